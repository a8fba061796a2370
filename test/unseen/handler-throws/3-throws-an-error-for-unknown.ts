import express, { NextFunction, Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post('/login', async (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    throw new Error('Forbidden'); // here
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
