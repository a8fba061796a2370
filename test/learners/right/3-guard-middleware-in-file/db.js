module.exports = { users: [{ name: 'demo' }], refreshTokens: [] };
