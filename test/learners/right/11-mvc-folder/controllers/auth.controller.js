const tokens = require('../services/token.service');

exports.login = (req, res) => {
  const { username } = req.body ?? {};
  if (!username) return res.status(400).json({ error: 'username is required' });
  res.json(tokens.login(username));
};

exports.token = (req, res) => {
  res.json(tokens.refresh(req.body?.refreshToken));
};

exports.logout = (req, res) => {
  tokens.logout(req.body?.refreshToken);
  res.sendStatus(204);
};
