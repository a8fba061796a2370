const jwt = require('jsonwebtoken');
const { randomUUID } = require('crypto');

const secret = process.env.JWT_SECRET;

exports.createAccessToken = (username) =>
  jwt.sign({ username, typ: 'access' }, secret, { algorithm: 'HS256', expiresIn: '15m' });

exports.createRefreshToken = (username) =>
  jwt.sign({ username }, secret, {
    jwtid: randomUUID(),
    expiresIn: '7d',
    header: { alg: 'HS256', typ: 'refresh' },
  });

exports.verify = (token) => jwt.verify(token, secret, { algorithms: ['HS256'] });
