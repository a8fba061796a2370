const crypto = require('crypto');
const Token = require('../models/Token');

const hashOf = (value) => crypto.createHash('sha256').update(String(value)).digest('hex');

function issue(fields) {
  const value = crypto.randomBytes(32).toString('hex');
  Token.create({ ...fields, hash: hashOf(value) });
  return value;
}

exports.start = (username) => issue({ username });

exports.rotate = (value) => {
  const token = Token.findByHash(hashOf(value));
  if (!token || token.expired) return null;

  if (token.used) {
    Token.deleteFamily(token.family);
    return null;
  }

  token.used = true;
  const { username, family } = token;
  return { username, refreshToken: issue({ username, family }) };
};

exports.end = (value) => Token.deleteByHash(hashOf(value));
