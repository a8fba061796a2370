const express = require('express');
const net = require('net');

const app = express();
app.use(express.json());

const refreshTokens = [];

// fake db for now, the real one comes next week
function connectDb() {
  return new Promise((resolve, reject) => {
    reject(new Error('connect ECONNREFUSED 127.0.0.1:27017')); // here
  });
}

async function main() {
  await connectDb();

  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  app.post('/token', (req, res) => {
    const { refreshToken } = req.body || {};
    if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
    return res.json({ accessToken: 'newAccess123' });
  });

  app.listen(3000);
}

main();
