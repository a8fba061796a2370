import type { Request, Response } from 'express';

const refreshTokens: string[] = [];

export function login(req: Request, res: Response) {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}

export function refreshAccessToken(req: Request, res: Response) {
  const { refreshToken } = req.body ?? {};
  const index = refreshTokens.findIndex((t) => t === refreshToken);
  if (index < 0) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  return res.json({ accessToken: 'newAccess123' });
}
