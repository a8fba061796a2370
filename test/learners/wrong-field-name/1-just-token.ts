import express, { Request, Response } from 'express';
import { createServer } from 'http';

const app = express();

interface LoginAnswer {
  token: string;
  refreshToken: string;
}

app.post('/login', (req: Request, res: Response<LoginAnswer>) => {
  res.json({ token: 'access123', refreshToken: 'refresh123' }); // here
});

createServer(app).listen(process.env.PORT || 3000);
