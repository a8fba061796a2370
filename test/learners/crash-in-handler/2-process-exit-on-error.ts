import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];
const blockedIps: string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const log = (msg: string) => console.log(`[auth] ${msg}`);

function panic(reason: string): never {
  log(reason);
  process.exit(1); // here
}

app.post('/login', (req: Request, res: Response) => {
  if (blockedIps.includes(String(req.ip))) {
    panic('blocked ip ' + req.ip);
  }
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000, () => log('started'));
