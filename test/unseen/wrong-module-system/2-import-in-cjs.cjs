import express from 'express'; // here

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  return res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

export default app;
