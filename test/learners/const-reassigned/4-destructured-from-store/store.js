let refreshTokens = []

module.exports = { refreshTokens }
