import jwt from 'jsonwebtoken';

const { ACCESS_TOKEN_SECRET } = process.env;

export function access(username) {
  return jwt.sign({ username }, ACCESS_TOKEN_SECRET, { expiresIn: '15m', audience: 'api' });
}

export function readAccess(header = '') {
  const [, token] = header.split(' ');
  try {
    return jwt.verify(token, ACCESS_TOKEN_SECRET, { audience: 'api' }).username;
  } catch {
    return undefined;
  }
}
