import express, { Request, Response } from 'express';

const refreshTokens: any[] = [];
const app = express();

app.post('/login', (req: Request, res: Response) => {
  const refreshToken = 'refresh123';
  refreshTokens.push([refreshToken]); // here
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000);
