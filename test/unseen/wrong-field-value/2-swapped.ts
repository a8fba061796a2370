import express from 'express';

const ACCESS = 'access123';
const REFRESH = 'refresh123';

const refreshTokens: string[] = [];

const app = express();
app.post('/login', (_req, res) => {
  refreshTokens.push(REFRESH);
  const tokens = { accessToken: REFRESH, refreshToken: ACCESS }; // here
  res.json(tokens);
});
app.listen(3000);
