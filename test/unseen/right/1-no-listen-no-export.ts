import express from 'express';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

const app = express();

app.post('/login', (_req: express.Request, res: express.Response<Tokens>) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
