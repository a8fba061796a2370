import { Router } from 'express';
import type { TokenGate } from '../core/token.gate';
import type { RenewService } from '../core/renew.service';

export function createAuthRoutes(gate: TokenGate, renewals: RenewService): Router {
  const routes = Router();

  routes.post('/login', async (_req, res) => {
    const refreshToken = 'refresh123';
    await gate.admit(refreshToken);
    res.json({ accessToken: 'access123', refreshToken });
  });

  routes.post('/token', async (req, res) => {
    const accessToken = await renewals.renew(req.body?.refreshToken);
    if (accessToken === null) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.json({ accessToken });
  });

  return routes;
}
