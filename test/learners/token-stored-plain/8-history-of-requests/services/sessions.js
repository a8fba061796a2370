const { createHash, randomBytes } = require('crypto');
const { REFRESH_TTL_MS } = require('../config');

const sessions = new Map(); // digest -> session

const digest = (token) => createHash('sha256').update(String(token)).digest('hex');

exports.open = (username) => {
  const token = randomBytes(32).toString('base64url');
  sessions.set(digest(token), { username, expires: Date.now() + REFRESH_TTL_MS });
  return token;
};

exports.find = (token) => {
  const session = sessions.get(digest(token));
  if (!session) return null;
  if (session.expires <= Date.now()) {
    sessions.delete(digest(token));
    return null;
  }
  return session;
};

exports.close = (token) => sessions.delete(digest(token));
