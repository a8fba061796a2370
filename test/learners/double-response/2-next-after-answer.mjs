import express from 'express';

const app = express();
const refreshTokens = [];

app.post('/login', (req, res, next) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  next(); // here
});

app.use((req, res) => {
  res.status(404).json({ error: 'Not found' });
});

app.listen(3000);
