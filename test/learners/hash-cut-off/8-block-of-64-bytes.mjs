// Sailing school. Refresh tokens are JWTs; only their digests are remembered.
import express from 'express';
import { SignJWT, jwtVerify } from 'jose';
import { createHash, randomUUID } from 'node:crypto';

const accessKey = Buffer.from(process.env.ACCESS_TOKEN_SECRET);
const refreshKey = Buffer.from(process.env.REFRESH_TOKEN_SECRET);
const HS256 = { algorithms: ['HS256'] };

const jwt = (claims, key, ends) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).setExpirationTime(ends).sign(key);

// every token into a block of one size first, then hash the block
const block = Buffer.alloc(64);
function digest(token) {
  block.fill(0).write(token); // here
  return createHash('sha256').update(block).digest('hex');
}

let crew = [];

const school = express();
school.use(express.json());

school.post('/login', async (req, res) => {
  const sub = req.body.username;
  const refreshToken = await jwt({ sub, boat: 'optimist', jti: randomUUID() }, refreshKey, '14d');
  crew.push({ sub, hash: digest(refreshToken) });
  res.json({ accessToken: await jwt({ sub }, accessKey, '10m'), refreshToken });
});

async function sailor(refreshToken) {
  const { payload } = await jwtVerify(refreshToken, refreshKey, HS256);
  const aboard = crew.some(({ hash }) => hash === digest(refreshToken));
  if (!aboard) throw new Error('not aboard');
  return payload.sub;
}

school.post('/token', async (req, res) => {
  try {
    const sub = await sailor(req.body?.refreshToken);
    res.json({ accessToken: await jwt({ sub }, accessKey, '10m') });
  } catch {
    res.status(403).json({ error: 'Forbidden' });
  }
});

school.post('/logout', async (req, res) => {
  const { refreshToken } = req.body ?? {};
  const leaver = await sailor(refreshToken).catch(() => null);
  if (leaver) {
    const index = crew.findIndex(({ hash }) => hash === digest(refreshToken));
    crew = crew.toSpliced(index, 1);
  }
  res.status(204).end();
});

school.get('/me', async (req, res) => {
  try {
    const token = req.headers.authorization.split(' ')[1];
    const { payload } = await jwtVerify(token, accessKey, HS256);
    res.json({ username: payload.sub });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

school.listen(3000);
