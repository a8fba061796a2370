import express from 'express';

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());
app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json([{ accessToken: 'access123', refreshToken: 'refresh123' }]); // here
});
app.listen(3000);
