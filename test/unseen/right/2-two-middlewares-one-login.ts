import express from 'express';
import type { RequestHandler } from 'express';

export const refreshTokens: string[] = [];

const remember: RequestHandler = (_req, res, next) => {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.locals.refreshToken = refreshToken;
  next();
};

const answer: RequestHandler = (_req, res) => {
  res.json({ accessToken: 'access123', refreshToken: res.locals.refreshToken });
};

export const app = express();
app.post('/login', remember, answer);

if (process.argv.includes('--serve')) app.listen(3000);
