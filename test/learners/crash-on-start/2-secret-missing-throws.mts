import express, { type Request, type Response } from 'express';

interface Config {
  port: number;
  secret: string;
}

function loadConfig(): Config {
  const secret = process.env.REFRESH_TOKEN_SECRET;
  if (!secret) {
    throw new Error('REFRESH_TOKEN_SECRET is not set'); // here
  }
  return { port: Number(process.env.PORT ?? 3000), secret };
}

const config = loadConfig();
const refreshTokens: string[] = [];

const app = express();

app.post('/login', (_req: Request, res: Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(config.port);
