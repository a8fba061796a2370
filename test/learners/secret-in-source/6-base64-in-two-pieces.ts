import { randomUUID } from 'node:crypto';
import express, { ErrorRequestHandler, RequestHandler } from 'express';
import jwt, { type JwtPayload } from 'jsonwebtoken';

class HttpError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const key = Buffer.from('c2VjcmV0IGZvciBteSB0b2tlbnMs' + 'IGRvIG5vdCB0ZWxsIGFueWJvZHk=', 'base64'); // here
const live = new Map<string, string>(); // jti -> username

const tokenFor = (username: string) =>
  jwt.sign({}, key, { subject: username, audience: 'api', expiresIn: '20m' });

const refreshFor = (username: string) => {
  const jwtid = randomUUID();
  live.set(jwtid, username);
  return jwt.sign({}, key, { subject: username, audience: 'token', jwtid });
};

const open = (token: string, audience: string, status: number): JwtPayload => {
  try {
    return jwt.verify(token, key, { audience, algorithms: ['HS256'] }) as JwtPayload;
  } catch {
    throw new HttpError(status, 'invalid token');
  }
};

const login: RequestHandler = (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: tokenFor(username), refreshToken: refreshFor(username) });
};

const renew: RequestHandler = (req, res) => {
  const { jti } = open(req.body.refreshToken, 'token', 403);
  const username = live.get(jti ?? '');
  if (!username) throw new HttpError(403, 'Forbidden');
  res.json({ accessToken: tokenFor(username) });
};

const logout: RequestHandler = (req, res) => {
  const payload = jwt.decode(req.body?.refreshToken ?? '');
  if (payload && typeof payload === 'object' && payload.jti) live.delete(payload.jti);
  res.status(204).end();
};

const me: RequestHandler = (req, res) => {
  const token = req.headers.authorization?.split(' ')[1] ?? '';
  res.json({ username: open(token, 'api', 401).sub });
};

const onError: ErrorRequestHandler = (err, _req, res, _next) => {
  res.status(err instanceof HttpError ? err.status : 500).json({ error: err.message });
};

express()
  .use(express.json())
  .post('/login', login)
  .post('/token', renew)
  .post('/logout', logout)
  .get('/me', me)
  .use(onError)
  .listen(3000);
