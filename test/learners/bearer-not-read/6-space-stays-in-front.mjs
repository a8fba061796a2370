import { createHash, randomBytes } from 'node:crypto';
import express from 'express';
import { EncryptJWT, jwtDecrypt } from 'jose';

// 32 bytes for A256GCM
const key = createHash('sha256').update(process.env.ACCESS_TOKEN_SECRET).digest();

const app = express();
app.use(express.json());

const tokens = new Map();

async function seal(username) {
  return await new EncryptJWT({ username })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt()
    .setExpirationTime('15m')
    .encrypt(key);
}

app.post('/login', async (req, res) => {
  const refreshToken = randomBytes(32).toString('hex');
  tokens.set(refreshToken, { username: req.body.username });
  res.json({ accessToken: await seal(req.body.username), refreshToken });
});

app.post('/token', async (req, res) => {
  const record = tokens.get(req.body.refreshToken);
  if (!record) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: await seal(record.username) });
});

app.post('/logout', async (req, res) => {
  tokens.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', async (req, res) => {
  const token = req.headers.authorization?.split('Bearer')[1]; // here
  try {
    const { payload } = await jwtDecrypt(token, key);
    return res.json({ username: payload.username });
  } catch (error) {
    return res.status(401).json({ error: 'invalid token' });
  }
});

app.listen(3000);
