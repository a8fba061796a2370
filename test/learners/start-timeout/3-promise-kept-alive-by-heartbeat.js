const express = require('express');

const refreshTokens = [];

function connect() {
  return new Promise((resolve, reject) => {
    setInterval(() => {
      console.log('still connecting');
    }, 1000);
  });
}

async function start() {
  await connect(); // here

  const app = express();
  app.use(express.json());

  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  app.post('/token', (req, res) => {
    const { refreshToken } = req.body ?? {};
    if (!refreshTokens.includes(refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  });

  app.listen(3000);
}

start().catch(console.error);
