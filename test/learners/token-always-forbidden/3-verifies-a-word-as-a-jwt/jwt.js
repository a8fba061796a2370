const { createHmac } = require('crypto')

exports.verify = function (token, secret, callback) {
  const [head, payload, signature] = String(token).split('.')
  if (!payload) return callback(new Error('jwt malformed'))
  const right = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')
  if (right !== signature) return callback(new Error('invalid signature'))
  callback(null, JSON.parse(Buffer.from(payload, 'base64url').toString()))
}
