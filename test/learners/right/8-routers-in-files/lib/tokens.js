const crypto = require('crypto');
const jwt = require('jsonwebtoken');

const secret = process.env.ACCESS_TOKEN_SECRET;

exports.signAccess = (username) => jwt.sign({ username }, secret, { expiresIn: '15m' });

exports.readAccess = (token) => {
  try {
    return jwt.verify(token, secret, { algorithms: ['HS256'] }).username;
  } catch (e) {
    return null;
  }
};

exports.newRefreshToken = () => crypto.randomBytes(64).toString('hex');

exports.hashToken = (token) => crypto.createHash('sha256').update(`${token}`).digest('hex');
