const express = require('express');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');
const fs = require('fs/promises');
const path = require('path');

// one small file for each token, named by its hash
const DIR = path.join(__dirname, 'tokens');
const fileOf = (hash) => path.join(DIR, hash + '.json');
const hashOf = (token) => crypto.createHash('sha256').update(String(token)).digest('hex');

async function read(hash) {
  try {
    return JSON.parse(await fs.readFile(fileOf(hash), 'utf8'));
  } catch {
    return null;
  }
}

async function write(hash, data) {
  await fs.mkdir(DIR, { recursive: true });
  const part = fileOf(hash) + '.' + crypto.randomUUID();
  await fs.writeFile(part, JSON.stringify(data));
  await fs.rename(part, fileOf(hash));
}

async function removeFamily(family) {
  for (const name of await fs.readdir(DIR)) {
    if (!name.endsWith('.json')) continue;
    const hash = name.slice(0, -5);
    const data = await read(hash);
    if (data && data.family === family) await fs.rm(fileOf(hash), { force: true });
  }
}

async function tokens(username, family) {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  const expires = Date.now() + 7 * 24 * 60 * 60 * 1000;
  await write(hashOf(refreshToken), { username, family, expires, used: false });
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  return { accessToken, refreshToken };
}

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  res.json(await tokens(req.body.username, crypto.randomUUID()));
});

app.post('/token', async (req, res) => {
  const hash = hashOf(req.body?.refreshToken);
  const data = await read(hash);
  if (!data || data.expires < Date.now()) return res.status(403).json({ error: 'Forbidden' });
  if (data.used) {
    await removeFamily(data.family);
    return res.status(403).json({ error: 'Forbidden' });
  }
  await write(hash, { ...data, used: true }); // here
  res.json(await tokens(data.username, data.family));
});

app.post('/logout', async (req, res) => {
  const data = await read(hashOf(req.body?.refreshToken));
  if (data) await removeFamily(data.family);
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  try {
    const token = req.headers.authorization.split(' ')[1];
    res.json({ username: jwt.verify(token, process.env.ACCESS_TOKEN_SECRET).username });
  } catch {
    res.status(401).json({ error: 'Unauthorized' });
  }
});

app.listen(3000);
