import express, { type Express } from 'express';

const app: Express = express();
let refreshTokens: readonly string[] = [];

app.post('/login', (_req, res) => {
  const refreshToken = 'refresh123';
  refreshTokens = [...refreshTokens, refreshToken];
  res.json({ accessToken: 'access123', refreshToken });
});

export { app };
