const refreshTokens = [];

async function login() {
  refreshTokens.push('refresh123');
  return { accessToken: 'access123', refreshToken: 'refresh123' };
}

async function renew(token) {
  if (!refreshTokens.includes(token)) return null;
  return { accessToken: await signAccessToken(token) }; // here
}

async function signToken() {
  return 'newAccess123';
}

module.exports = { login, renew };
