import express, { Request, Response } from 'express';

const app = express();

app.post('/login', (req: Request, res: Response) => {
  const body = JSON.stringify({ accessToken: 'access123', refreshToken: 'refresh123' });
  res.status(200).send(body); // here
});

app.listen(3000);
