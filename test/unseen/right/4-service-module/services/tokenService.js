let refreshTokens = [];

exports.issue = () => {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  return { accessToken: 'access123', refreshToken };
};

exports.renew = (token) => (refreshTokens.includes(token) ? 'newAccess123' : null);

exports.forget = (token) => {
  refreshTokens = refreshTokens.filter((t) => t !== token);
};
