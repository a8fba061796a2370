import express, { type Request, type Response } from 'express';

let refreshTokens: Array<string> = new Array<string>();

const app = express();

function login(_: Request, res: Response): void {
  const issued = { accessToken: 'access123', refreshToken: 'refresh123' } as const;
  refreshTokens = [...refreshTokens, issued.refreshToken];
  res.status(200).json(issued);
}

app.post('/login', login);
app.listen(3000);
