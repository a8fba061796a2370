import express, { Request, Response } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

class HttpError extends Error {
  constructor(public status: number, message: string) {
    super(message);
  }
}

app.post('/login', (req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    throw new HttpError(403, 'Forbidden');
  }
  res.json({ accessToken: 'newAccess123' });
});

app.use((err: HttpError, req: Request, res: Response, next: any) => {
  res.status(err.status || 500).json({ message: err.message }); // here
});

app.listen(3000);
