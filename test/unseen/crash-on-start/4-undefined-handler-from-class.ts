import express from 'express';
import type { Request, Response } from 'express';

const refreshTokens: string[] = [];

class AuthController {
  login(_: Request, res: Response) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }
  token(req: Request, res: Response) {
    if (!refreshTokens.includes(req.body?.refreshToken)) {
      return void res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  }
  logout(req: Request, res: Response) {
    const at = refreshTokens.indexOf(req.body?.refreshToken);
    if (at > -1) refreshTokens.splice(at, 1);
    res.status(204).end();
  }
}

const controller: any = new AuthController();
const app = express();
app.use(express.json());
app.post('/login', controller.login);
app.post('/token', controller.token);
app.post('/logout', controller.logOut); // here
app.listen(3000);
