import express, { type Express } from 'express';

const refreshTokens: string[] = [];
const app: Express = express();
app.use(express.json());

function secured(next: () => void): void {
  if (process.env['DATABASE_URL_OF_MY_APP']) next();
}

app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

secured(() => {
  app.post('/token', (req, res) => { // here
    if (!refreshTokens.includes(req.body?.refreshToken)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.json({ accessToken: 'newAccess123' });
  });
});

app.listen(3000);
