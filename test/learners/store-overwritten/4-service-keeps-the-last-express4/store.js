let refreshTokens = []

exports.remember = (token) => {
  refreshTokens = [token] // here
}
exports.knows = (token) => refreshTokens.includes(token)
exports.forget = (token) => {
  refreshTokens = refreshTokens.filter((t) => t !== token)
}
