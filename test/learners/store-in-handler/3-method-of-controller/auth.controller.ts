import { Request, Response } from 'express';

export class AuthController {
  login(req: Request, res: Response) {
    const refreshTokens: string[] = []; // here
    refreshTokens.push('refresh123');
    (req.app as any).tokens = refreshTokens;
    return res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }

  token(req: Request, res: Response) {
    const list: string[] = (req.app as any).tokens ?? [];
    if (!list.includes(req.body?.refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    return res.json({ accessToken: 'newAccess123' });
  }
}
