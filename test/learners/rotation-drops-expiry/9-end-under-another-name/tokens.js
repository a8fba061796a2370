const { createHash, randomBytes } = require('crypto');
const jwt = require('jsonwebtoken');

const secret = process.env.ACCESS_TOKEN_SECRET;

module.exports = {
  fresh: () => randomBytes(32).toString('hex'),
  digest: (token) => createHash('sha256').update(String(token)).digest('hex'),
  access: (farmer) => jwt.sign({ sub: farmer }, secret, { expiresIn: '15m' }),
  subject: (token) => jwt.verify(token, secret, { algorithms: ['HS256'] }).sub,
};
