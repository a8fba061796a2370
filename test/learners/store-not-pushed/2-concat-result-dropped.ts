import express, { Request, Response } from 'express';

let refreshTokens: string[] = [];
const app = express();

app.post('/login', (req: Request, res: Response) => {
  const tokens = { accessToken: 'access123', refreshToken: 'refresh123' };
  refreshTokens.concat(tokens.refreshToken); // here
  res.json(tokens);
});

app.listen(3000);
