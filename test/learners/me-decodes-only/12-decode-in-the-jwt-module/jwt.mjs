import jwt from 'jsonwebtoken';

const key = process.env.JWT_SECRET;
export const signAccess = (username) => jwt.sign({ username }, key, { expiresIn: '15m' });
export const verifyAccess = (token) => {
  const payload = jwt.decode(token); // here
  if (payload === null || payload.exp * 1000 < Date.now()) throw new Error('no access');
  return payload;
};
