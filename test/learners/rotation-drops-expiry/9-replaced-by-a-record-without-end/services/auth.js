'use strict';

const crypto = require('node:crypto');
const jwt = require('jsonwebtoken');
const config = require('../config');
const { Collection } = require('../db/collection');

const sessions = new Collection();

const hash = (token) => crypto.createHash('sha256').update(String(token)).digest('hex');
const generate = () => crypto.randomBytes(32).toString('hex');
const accessFor = (username) => jwt.sign({ username }, config.accessSecret, { expiresIn: config.accessTtl });

async function login(username) {
  const refreshToken = generate();
  await sessions.insertOne({
    tokenHash: hash(refreshToken),
    username,
    expiresAt: Date.now() + config.refreshTtl,
  });
  return { accessToken: accessFor(username), refreshToken };
}

async function refresh(oldToken) {
  const session = await sessions.findOne({ tokenHash: hash(oldToken) });
  if (!session || session.expiresAt < Date.now()) return null;

  const { username, tokenHash } = session;
  const refreshToken = generate();
  const { modifiedCount } = await sessions.replaceOne(
    { tokenHash },
    { tokenHash: hash(refreshToken), username, rotatedAt: Date.now() }, // here
  );
  if (modifiedCount !== 1) return null;

  return { accessToken: accessFor(username), refreshToken };
}

async function logout(token) {
  await sessions.deleteMany({ tokenHash: hash(token) });
}

module.exports = { login, refresh, logout };
