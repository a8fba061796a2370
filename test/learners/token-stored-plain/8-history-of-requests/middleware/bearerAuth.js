const jwt = require('jsonwebtoken');
const { ACCESS_SECRET } = require('../config');

module.exports = (req, res, next) => {
  const [type, token] = (req.headers.authorization || '').split(' ');
  if (type !== 'Bearer' || !token) return res.sendStatus(401);
  try {
    req.username = jwt.verify(token, ACCESS_SECRET, { algorithms: ['HS256'] }).username;
  } catch (e) {
    return res.sendStatus(401);
  }
  next();
};
