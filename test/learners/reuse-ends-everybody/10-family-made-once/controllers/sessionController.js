const jwt = require('jsonwebtoken');
const sessions = require('../services/sessionService');

const secret = process.env.JWT_SECRET;
const sign = (username) => jwt.sign({ username }, secret, { algorithm: 'HS256', expiresIn: '15m' });

exports.login = (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'username is required' });
  res.json({ accessToken: sign(username), refreshToken: sessions.start(username) });
};

exports.token = (req, res) => {
  const rotated = sessions.rotate(req.body?.refreshToken);
  if (!rotated) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: sign(rotated.username), refreshToken: rotated.refreshToken });
};

exports.logout = (req, res) => {
  sessions.end(req.body?.refreshToken);
  res.sendStatus(204);
};

exports.me = (req, res) => {
  const [, token] = (req.headers.authorization ?? '').match(/^Bearer (.*)$/) ?? [];
  try {
    const { username } = jwt.verify(token, secret, { algorithms: ['HS256'] });
    res.json({ username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
};
