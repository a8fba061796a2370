const AppError = require('../utils/AppError');
const authService = require('../services/auth.service');

exports.login = async (req, res, next) => {
  try {
    const { username } = req.body || {};
    if (!username) throw new AppError(400, 'username is required');
    const tokens = await authService.createSession(username);
    res.status(200).json(tokens);
  } catch (err) {
    next(err);
  }
};

exports.refresh = async (req, res, next) => {
  try {
    const { refreshToken } = req.body || {};
    if (!refreshToken) throw new AppError(403, 'Forbidden');
    const tokens = await authService.useSession(refreshToken);
    res.status(200).json(tokens);
  } catch (err) {
    next(err);
  }
};

exports.logout = async (req, res, next) => {
  try {
    const { refreshToken } = req.body || {};
    await authService.destroySession(refreshToken);
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
};
