import express = require('express');

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post('/login', (_req: express.Request, res: express.Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post(
  '/token',
  (req: express.Request, res: express.Response, next: express.NextFunction) => {
    if (refreshTokens.includes(req.body?.refreshToken)) next();
    else res.status(403).json({ error: 'Forbidden' });
  },
  (_req: express.Request, res: express.Response) => {
    res.json({ accessToken: 'newAccess123' });
  },
);

app.listen(3000);
