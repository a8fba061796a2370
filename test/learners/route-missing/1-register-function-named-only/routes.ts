import type { Express, Request, Response } from 'express';

interface LoginResponse {
  accessToken: string;
  refreshToken: string;
}

export function registerRoutes(app: Express): void {
  app.post('/login', (_req: Request, res: Response<LoginResponse>) => {
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });
}
