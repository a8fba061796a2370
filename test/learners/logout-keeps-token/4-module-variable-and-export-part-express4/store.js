let refreshTokens = []

function remove (token) {
  refreshTokens = refreshTokens.filter((t) => t !== token) // here
}

module.exports = { refreshTokens, remove }
