const TokenService = require('../services/TokenService');

const login = (req, res) => {
  const service = new TokenService(); // here
  res.json(service.issue());
};

const token = (req, res) => {
  const service = new TokenService();
  if (service.isValid(req.body?.refreshToken)) {
    return res.json({ accessToken: 'newAccess123' });
  }
  return res.status(403).json({ error: 'Forbidden' });
};

module.exports = { login, token };
