import express from 'express';

const refreshTokens: Map<string, string> = new Map(); // here
const app = express();

app.post('/login', (req, res) => {
  refreshTokens.set('refresh123', 'admin');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

export default app;
