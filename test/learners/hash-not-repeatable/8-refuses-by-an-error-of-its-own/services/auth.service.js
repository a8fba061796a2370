const config = require('../config');
const AppError = require('../utils/AppError');
const Session = require('../models/session.model');
const tokens = require('./token.service');

async function createSession(username) {
  const refreshToken = tokens.createRefreshToken();
  await Session.create({
    username,
    tokenHash: await tokens.hashToken(refreshToken),
    expiresAt: new Date(Date.now() + config.refreshTokenLifeMs),
  });
  return {
    accessToken: tokens.createAccessToken({ username }),
    refreshToken,
  };
}

async function useSession(oldToken) {
  const tokenHash = await tokens.hashToken(oldToken);
  const session = await Session.findByHash(tokenHash);
  if (!session) {
    throw new AppError(403, 'Forbidden');
  }
  if (session.expiresAt.getTime() < Date.now()) {
    throw new AppError(403, 'Forbidden');
  }
  return { accessToken: tokens.createAccessToken(session) };
}

async function destroySession(token) {
  await Session.remove(await tokens.hashToken(token));
}

module.exports = { createSession, useSession, destroySession };
