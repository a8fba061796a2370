const crypto = require('crypto');

let tokens = [];

exports.create = (username) => {
  const token = crypto.randomBytes(64).toString('hex');
  tokens.push({ token, username });
  return token;
};

exports.find = (token) => tokens.find((entry) => entry.token === token);

exports.remove = (token) => {
  tokens = tokens.filter((entry) => entry.token !== token);
};
