import crypto from 'node:crypto';
import { promisify } from 'node:util';
import express from 'express';

const randomBytes = promisify(crypto.randomBytes);
const db = { tokens: [] };

const saveToken = async (token, user) => { db.tokens.push({ token, user }); };
const findToken = async (token) => db.tokens.find((row) => row.token === token) ?? null;
const deleteToken = async (token) => { db.tokens = db.tokens.filter((row) => row.token !== token); };

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const buffer = await randomBytes(32);
  const refreshToken = buffer.toString('hex');
  await saveToken(refreshToken, req.body.username);
  res.json({ accessToken: 'access123', refreshToken });
});

app.post('/token', async (req, res) => {
  const row = await findToken(req.body.refreshToken);
  if (!row) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', async (req, res) => {
  await deleteToken(req.body.refreshToken);
  res.status(204).end();
});

app.listen(3000);
