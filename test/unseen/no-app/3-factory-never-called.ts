import express, { Express } from 'express';

const refreshTokens: string[] = [];

export function createApp(): Express {
  const app = express();
  app.use(express.json());
  app.post('/login', (_req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });
  app.post('/token', (req, res) => {
    if (!refreshTokens.includes(req.body?.refreshToken)) {
      res.status(403).json({ error: 'Forbidden' });
    } else {
      res.json({ accessToken: 'newAccess123' });
    }
  });
  return app;
}
