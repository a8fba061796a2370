import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

let currentToken: string | undefined;

app.post('/login', (req: Request, res: Response) => {
  currentToken = 'refresh123';
  res.json({ accessToken: 'access123', refreshToken: currentToken });
});

app.post('/token', (req: Request, res: Response) => {
  const sent = req.body?.refreshToken;
  if (!currentToken || sent !== currentToken) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
