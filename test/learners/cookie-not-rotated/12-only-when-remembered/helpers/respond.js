const jwt = require('jsonwebtoken');

const COOKIE = 'pottery_session';
const base = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' };

exports.COOKIE = COOKIE;

exports.sendTokens = (res, { username, refreshToken, expiresAt }, { remember = false } = {}) => {
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  if (remember) { // here
    res.cookie(COOKIE, refreshToken, { ...base, expires: new Date(expiresAt) });
  }
  res.set('Cache-Control', 'no-store');
  return res.json({ accessToken });
};

exports.forget = (res) => {
  res.clearCookie(COOKIE, base);
  return res.status(204).end();
};
