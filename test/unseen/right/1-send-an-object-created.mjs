import express from 'express';

const app = express();

app.post('/login', async (_req, res) => {
  const tokens = {};
  tokens.accessToken = 'access123';
  tokens['refreshToken'] = 'refresh123';
  tokens.tokenType = 'Bearer';
  tokens.expiresIn = 900;
  return res.status(201).send(tokens);
});

export default app;
