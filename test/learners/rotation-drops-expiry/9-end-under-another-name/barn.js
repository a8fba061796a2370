const tokens = require('./tokens');

const DAYS = 24 * 60 * 60 * 1000;
const stalls = new Map();

function put({ farmer, expiresAt }) {
  const token = tokens.fresh();
  stalls.set(tokens.digest(token), { farmer, expiresAt });
  return token;
}

const open = (farmer) => put({ farmer, expiresAt: Date.now() + 8 * DAYS });

function get(token) {
  const key = tokens.digest(token);
  const stall = stalls.get(key);
  if (stall && Date.now() > stall.expiresAt) {
    stalls.delete(key);
    return null;
  }
  return stall ?? null;
}

// the new token ends when the old one would have ended
function swap(token) {
  const stall = get(token);
  if (!stall) return null;
  stalls.delete(tokens.digest(token));
  const { farmer, expires } = stall; // here
  return { farmer, token: put({ farmer, expires }) };
}

const close = (token) => stalls.delete(tokens.digest(token));

module.exports = { open, swap, close };
