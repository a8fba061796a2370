const crypto = require('crypto');
const jwt = require('jsonwebtoken');
const Session = require('../models/session.model');
const config = require('../config');

const hash = (token) => crypto.createHash('sha256').update(token).digest('hex');

class AuthError extends Error {
  constructor(message) {
    super(message);
    this.status = 401;
  }
}

function issueTokens(username, familyId) {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  Session.insert({
    hash: hash(refreshToken),
    familyId,
    username,
    replaced: false,
    expiresAt: Date.now() + config.refreshTtlDays * 24 * 60 * 60 * 1000,
  });
  const accessToken = jwt.sign({ username }, config.accessSecret, { expiresIn: config.accessTtl });
  return { accessToken, refreshToken };
}

exports.login = (username) => issueTokens(username, crypto.randomUUID());

exports.refresh = (token) => {
  if (!token) throw new AuthError('Refresh token required');
  const row = Session.findByHash(hash(token));
  if (!row) throw new AuthError('Invalid refresh token');
  if (row.replaced) {
    Session.removeFamily(row.familyId);
    throw new AuthError('Refresh token reuse detected');
  }
  if (row.expiresAt < Date.now()) throw new AuthError('Refresh token expired');
  Session.update(row.hash, { replaced: true });
  return issueTokens(row.username, row.familyId);
};

exports.logout = (token) => {
  const row = token && Session.findByHash(hash(token));
  if (row) Session.removeFamily(row.familyId);
};

exports.verifyAccess = (token) => {
  try {
    return jwt.verify(token, config.accessSecret);
  } catch {
    throw new AuthError('Invalid access token');
  }
};
