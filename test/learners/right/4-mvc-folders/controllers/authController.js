const tokenModel = require('../models/tokenModel');

const login = async (req, res) => {
  await tokenModel.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

const refresh = async (req, res) => {
  const valid = await tokenModel.exists(req.body?.refreshToken);
  if (!valid) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
};

const logout = async (req, res) => {
  await tokenModel.remove(req.body?.refreshToken);
  res.sendStatus(204);
};

module.exports = { login, refresh, logout };
