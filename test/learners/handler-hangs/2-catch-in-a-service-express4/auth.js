let refreshTokens = []

exports.login = async function ({ username }) {
  try {
    const user = await users.findOne({ username })
    refreshTokens.push('refresh123')
    return { name: user.name, accessToken: 'access123', refreshToken: 'refresh123' }
  } catch (err) { // here
    console.error('login failed')
  }
}
