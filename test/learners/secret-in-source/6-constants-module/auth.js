const jwt = require('jsonwebtoken');
const { randomBytes } = require('crypto');
const { ACCESS_TOKEN_KEY, ACCESS_TOKEN_LIFETIME, REFRESH_TOKEN_BYTES } = require('./constants');

const store = new Map();

function accessTokenFor(username) {
  return jwt.sign({ username }, ACCESS_TOKEN_KEY, { expiresIn: ACCESS_TOKEN_LIFETIME });
}

exports.login = (req, res) => {
  const refreshToken = randomBytes(REFRESH_TOKEN_BYTES).toString('hex');
  store.set(refreshToken, req.body.username);
  res.json({ accessToken: accessTokenFor(req.body.username), refreshToken });
};

exports.token = (req, res) => {
  const username = store.get(req.body.refreshToken);
  if (!username) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: accessTokenFor(username) });
};

exports.logout = (req, res) => {
  store.delete(req.body.refreshToken);
  res.sendStatus(204);
};

exports.me = (req, res) => {
  try {
    const [, token] = req.headers.authorization.split(' ');
    const { username } = jwt.verify(token, ACCESS_TOKEN_KEY);
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
};
