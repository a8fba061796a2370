const express = require('express');

const app = express();
app.use(express.json());

const refreshTokens = [];

async function login(req, res) {
  refreshTokens.push('refresh123');
  res.status(201).json({ accessToken: 'access123', refreshToken: 'refresh123' });
}

async function refresh(req, res) {
  const { refreshToken = '' } = req.body ?? {};
  const notInList = refreshTokens.every((t) => t !== refreshToken);
  if (notInList) { // here
    return res.json({ accessToken: 'newAccess123' });
  }
  return res.status(403).json({ error: 'Forbidden' });
}

app.post('/login', login);
app.post('/token', refresh);
