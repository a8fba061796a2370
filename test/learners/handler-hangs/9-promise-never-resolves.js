const express = require('express');
const crypto = require('crypto');
const jwt = require('jsonwebtoken');

// Pretends to be a database, would be Mongo in real life
class Collection {
  #docs = [];
  async insertOne(doc) {
    await null;
    this.#docs.push({ _id: crypto.randomUUID(), ...doc });
  }
  async findOne(query) {
    await null;
    return this.#docs.find((d) => Object.entries(query).every(([k, v]) => d[k] === v)) ?? null;
  }
  async deleteOne(query) {
    await null;
    const i = this.#docs.findIndex((d) => Object.entries(query).every(([k, v]) => d[k] === v));
    if (i === -1) return { deletedCount: 0 };
    return new Promise((resolve) => {
      this.#docs.splice(i, 1);
      if (resolve.called) resolve({ deletedCount: 1 }); // here
    });
  }
}

const refreshTokens = new Collection();
const sha256 = (s) => crypto.createHash('sha256').update(String(s)).digest('hex');

async function createTokens(username) {
  const refreshToken = crypto.randomBytes(32).toString('hex');
  await refreshTokens.insertOne({
    tokenHash: sha256(refreshToken),
    username,
    expiresAt: new Date(Date.now() + 7 * 24 * 60 * 60 * 1000),
  });
  const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
  return { accessToken, refreshToken };
}

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const tokens = await createTokens(req.body.username);
  res.json(tokens);
});

app.post('/token', async (req, res) => {
  const tokenHash = sha256(req.body.refreshToken);
  const doc = await refreshTokens.findOne({ tokenHash });
  if (!doc) return res.status(403).json({ error: 'Forbidden' });
  const { deletedCount } = await refreshTokens.deleteOne({ tokenHash });
  if (deletedCount !== 1 || doc.expiresAt < new Date()) return res.status(403).json({ error: 'Forbidden' });
  res.json(await createTokens(doc.username));
});

app.post('/logout', async (req, res) => {
  await refreshTokens.deleteOne({ tokenHash: sha256(req.body.refreshToken) });
  res.sendStatus(204);
});

app.get('/me', (req, res) => {
  const token = req.headers.authorization?.split(' ')[1];
  if (!token) return res.status(401).json({ error: 'Unauthorized' });
  jwt.verify(token, process.env.ACCESS_TOKEN_SECRET, (err, user) => {
    if (err) return res.status(401).json({ error: 'Unauthorized' });
    res.json({ username: user.username });
  });
});

app.listen(3000);
