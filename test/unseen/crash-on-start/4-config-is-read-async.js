const fs = require('fs/promises');
const express = require('express');

let refreshTokens = [];

async function main() {
  const config = JSON.parse(await fs.readFile('./config.json', 'utf8')); // here
  const app = express();
  app.use(express.json());
  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });
  app.post('/token', (req, res) => {
    if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  });
  app.post('/logout', (req, res) => {
    refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
    res.status(204).send();
  });
  app.listen(config.port);
}

main();
