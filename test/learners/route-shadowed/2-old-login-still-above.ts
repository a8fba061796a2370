import express, { Request, Response } from 'express';

const app = express();
const refreshTokens: string[] = [];

// step 1
app.post('/login', (req: Request, res: Response) => { // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

// step 2
app.post('/login', (req: Request, res: Response) => {
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.json({ accessToken: 'access123', refreshToken });
});

app.listen(3000, () => console.log('http://localhost:3000'));
