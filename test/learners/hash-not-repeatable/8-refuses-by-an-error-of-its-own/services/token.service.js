const crypto = require('crypto');
const { promisify } = require('util');
const jwt = require('jsonwebtoken');
const config = require('../config');

const scrypt = promisify(crypto.scrypt);

function createAccessToken(user) {
  return jwt.sign({ username: user.username }, config.accessTokenSecret, {
    expiresIn: config.accessTokenLife,
  });
}

function verifyAccessToken(token) {
  return jwt.verify(token, config.accessTokenSecret, { algorithms: ['HS256'] });
}

function createRefreshToken() {
  return crypto.randomBytes(40).toString('hex');
}

async function hashToken(token) {
  const salt = crypto.randomBytes(16).toString('hex'); // here
  const key = await scrypt(String(token), salt, 32);
  return `${salt}$${key.toString('hex')}`;
}

module.exports = { createAccessToken, verifyAccessToken, createRefreshToken, hashToken };
