import express, { type NextFunction, type Request, type Response } from 'express';

class ApiError extends Error {
  constructor(
    public readonly httpCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

class TokenService {
  private readonly refreshTokens: string[] = [];

  remember(token: string): void {
    this.refreshTokens.push(token);
  }

  renew(token: string | undefined): string {
    if (token === undefined || !this.refreshTokens.includes(token)) throw new ApiError(403, 'Forbidden');
    return 'newAccess123';
  }
}

const tokens = new TokenService();
const app = express();
app.use(express.json());

app.post('/login', (_req: Request, res: Response) => {
  tokens.remember('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: Request, res: Response) => {
  res.json({ accessToken: tokens.renew(req.body?.refreshToken) });
});

app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
  const code = error instanceof ApiError ? error.httpCode : 500;
  res.status(code).json({ error: error instanceof Error ? error.message : 'Internal Server Error' });
});

app.listen(8080);
