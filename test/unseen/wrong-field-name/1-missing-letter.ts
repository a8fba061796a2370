import express, { Response } from 'express';

const app = express();

app.post('/login', (_req, res: Response) => {
  const refreshToken = 'refresh123';
  const acessToken = 'access123';
  return res.status(200).json({ acessToken, refreshToken }); // here
});

app.listen(3000);
