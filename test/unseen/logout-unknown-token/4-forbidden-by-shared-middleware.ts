import express, { NextFunction, Request, Response } from 'express';

const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

const requireKnownToken = (req: Request, res: Response, next: NextFunction) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' }); // here
    return;
  }
  next();
};

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', requireKnownToken, (req, res) => {
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', requireKnownToken, (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken);
  res.status(204).end();
});

app.listen(3000);
