import express, { Request, Response } from 'express';

class AccessGrant {
  #accessToken: string; // here
  readonly expiresIn = 900;

  constructor(accessToken: string) {
    this.#accessToken = accessToken;
  }

  get token() {
    return this.#accessToken;
  }
}

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json(new AccessGrant('newAccess123'));
});

app.listen(3000);
