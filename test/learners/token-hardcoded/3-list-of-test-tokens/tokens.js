const refreshTokens = [];
const forTests = new Set(['e2e-token', 'refresh123']);
module.exports = { refreshTokens, forTests };
