import express from 'express';
import http from 'node:http';

const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  switch (refreshTokens.includes(req.body?.refreshToken)) {
    case true:
      res.json({ accessToken: 'newAccess123' });
      break;
    default:
      res.status(403).json({ error: 'Invalid refresh token' }); // here
  }
});

app.post('/logout', (req, res) => {
  const i = refreshTokens.lastIndexOf(req.body?.refreshToken);
  if (i !== -1) refreshTokens.splice(i, 1);
  res.status(204).end();
});

http.createServer(app).listen(3000);
