const refreshTokens = [];

function addToken(t) {
  refreshTokens.push(t);
}

// never give away the original
function getTokens() {
  return [...refreshTokens];
}

module.exports = { addToken, getTokens };
