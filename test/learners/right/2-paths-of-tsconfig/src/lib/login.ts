import type { Request, Response } from 'express';
import { refreshTokens } from '@store';

export function login(_req: Request, res: Response): void {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}
