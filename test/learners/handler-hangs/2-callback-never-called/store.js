const refreshTokens = []

function saveToken (token, callback) { // here
  refreshTokens.push(token)
  console.log('saved', refreshTokens.length)
}

module.exports = { refreshTokens, saveToken }
