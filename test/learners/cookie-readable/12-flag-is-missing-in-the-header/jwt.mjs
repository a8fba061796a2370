import jwt from 'jsonwebtoken';

const key = process.env.JWT_SECRET;
export const signAccess = (username) => jwt.sign({ username }, key, { expiresIn: '15m' });
export const verifyAccess = (token) => jwt.verify(token, key, { algorithms: ['HS256'] });
