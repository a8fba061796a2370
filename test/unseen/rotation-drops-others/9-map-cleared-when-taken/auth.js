const jwt = require('jsonwebtoken');
const { createHash, randomBytes } = require('node:crypto');
const repository = require('./repository');

const MONTH = 30 * 24 * 60 * 60 * 1000;
const hash = (token) => createHash('sha256').update(String(token)).digest('hex');

async function grant(username) {
  const refreshToken = randomBytes(32).toString('base64url');
  await repository.save({ hash: hash(refreshToken), username, expires: Date.now() + MONTH });
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  return { accessToken, refreshToken };
}

exports.login = (username) => grant(username);

exports.renew = async (token) => {
  const row = await repository.takeAll(hash(token)); // here
  return row && row.expires > Date.now() ? grant(row.username) : null;
};

exports.logout = (token) => repository.take(hash(token));

exports.whoIs = (header) => {
  try {
    const [scheme, token] = header.split(' ');
    return scheme.toLowerCase() === 'bearer' ? jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username : null;
  } catch {
    return null;
  }
};
