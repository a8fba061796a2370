import express from 'express';

const db = { connected: false };
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

while (!db.connected) {
  await sleep(100); // here
}

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
