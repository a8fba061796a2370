import express from 'express';

const { ACCESS_TOKEN_SECRET } = process.env;

if (!ACCESS_TOKEN_SECRET) {
  console.error('ACCESS_TOKEN_SECRET is not set');
  process.exit(1); // here
}

const refreshTokens = [];
const app = express();

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
