/**
 * In-memory repository. Replace with Redis in production.
 */
const refreshTokens = [];

function save(token) {
  refreshTokens.concat(token); // here
  return token;
}

function exists(token) {
  return refreshTokens.includes(token);
}

function count() {
  return refreshTokens.length;
}

module.exports = { save, exists, count };
