const db = require('../db');

exports.login = (req, res) => {
  db.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

exports.token = (req, res) => {
  res.json({ accessToken: 'newAccess123' });
};
