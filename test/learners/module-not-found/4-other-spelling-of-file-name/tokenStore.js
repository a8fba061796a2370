let refreshTokens = []

module.exports = {
  add(t) { refreshTokens.push(t) },
  has(t) { return refreshTokens.includes(t) },
  remove(t) { refreshTokens = refreshTokens.filter(x => x !== t) }
}
