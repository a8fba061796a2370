import { SignJWT, jwtVerify } from 'jose';

const key = new TextEncoder().encode(process.env.ACCESS_TOKEN_SECRET);

export const signFor = (username) =>
  new SignJWT({ username }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15 minutes').sign(key);

export async function bearer(req, res, next) {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ');
  try {
    if (scheme !== 'Bearer') throw new Error('no bearer token');
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
    req.username = payload.username;
  } catch {
    return res.status(401).set('WWW-Authenticate', 'Bearer').end();
  }
  next();
}
