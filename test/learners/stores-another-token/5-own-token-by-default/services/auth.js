const crypto = require("crypto");
const { randomUUID } = require("crypto");
const RefreshToken = require("../models/RefreshToken");

const accessToken = () => crypto.randomBytes(24).toString("hex");

async function createSession(username) {
  const refreshToken = randomUUID();
  await RefreshToken.create({ username, refreshToken });
  return { accessToken: accessToken(), refreshToken };
}

async function refresh(token) {
  const row = await RefreshToken.findOne({ token });
  return row ? accessToken() : null;
}

async function endSession(token) {
  await RefreshToken.deleteOne({ token });
}

module.exports = { createSession, refresh, endSession };
