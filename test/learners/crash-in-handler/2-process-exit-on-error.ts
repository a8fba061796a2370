import express, { Request, Response } from 'express';

const app = express();
const refreshTokens: string[] = [];
const log = (msg: string) => console.log(`[auth] ${msg}`);

app.post('/login', (req: Request, res: Response) => {
  const user = (req.body as any)?.email;
  if (!user) {
    log('no email given');
    process.exit(1); // here
  }
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000, () => log('started'));
