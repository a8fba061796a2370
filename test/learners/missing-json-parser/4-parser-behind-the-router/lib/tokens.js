const refreshTokens = []

const has = (token) => refreshTokens.indexOf(token) !== -1

module.exports = { refreshTokens, has }
