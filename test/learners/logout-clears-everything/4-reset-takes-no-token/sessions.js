const refreshTokens = []

exports.open = (token) => { refreshTokens.push(token) }

exports.isOpen = (token) => refreshTokens.includes(token)

exports.close = (token) => {
  const index = refreshTokens.indexOf(token)
  if (index >= 0) refreshTokens.splice(index, 1)
}

// for the tests
exports.reset = () => {
  refreshTokens.length = 0
}
