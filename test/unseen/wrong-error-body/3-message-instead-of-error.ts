import express, { Request, Response } from 'express';

const refreshTokens: string[] = [];

function forbidden(res: Response) {
  res.status(403).json({ message: 'Forbidden' }); // here
}

const app = express();
app.use(express.json());

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return forbidden(res);
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
