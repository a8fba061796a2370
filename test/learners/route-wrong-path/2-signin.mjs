import http from 'node:http';
import express from 'express';

const refreshTokens = [];
const app = express();

app.post('/signin', async (req, res) => { // here
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
});

http.createServer(app).listen(3000);
