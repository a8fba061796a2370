const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];

process.on('SIGINT', () => process.exit(0));
process.on('uncaughtException', (e) => console.error(e));

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const wanted = req.body?.refreshToken;
  let answer = { status: 403, body: { error: 'Forbidden' } };
  for (const token of refreshTokens) {
    if (token !== wanted) continue;
    answer = { status: 200, body: { accessToken: 'newAccess123' } };
  }
  res.status(answer.status).json(answer.body);
});

app.post('/logout', (req, res) => {
  while (true) {
    const i = refreshTokens.indexOf(req.body?.refreshToken);
    if (i === -1) break;
    refreshTokens.splice(i, 1);
  }
  res.status(204).end();
});

app.listen(3000);
