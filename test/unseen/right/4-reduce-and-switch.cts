import express = require('express');
import type { Request, Response } from 'express';

let refreshTokens: string[] = [];
const app: express.Application = express();

app.use(express.json({ limit: '10kb' }));

app.post('/login', (req: Request, res: Response): void => {
  refreshTokens = refreshTokens.concat('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response): void => {
  switch (true) {
    case typeof req.body?.refreshToken !== 'string':
    case !refreshTokens.includes(req.body.refreshToken):
      res.status(403).json({ error: 'Forbidden' });
      break;
    default:
      res.json({ accessToken: 'newAccess123' });
  }
});

app.post('/logout', (req: Request, res: Response): void => {
  refreshTokens = refreshTokens.reduce<string[]>((rest, t) => (t === req.body?.refreshToken ? rest : [...rest, t]), []);
  res.sendStatus(204);
});

export = app;
