import express, { Request, Response, Router } from 'express';

const refreshTokens: string[] = [];

class TokenController {
  private readonly access = 'access123';
  private readonly refresh = 'refresh123';

  constructor(public readonly router: Router = Router()) {
    this.router.post('/login', this.login.bind(this));
    this.router.post('/token', this.token);
    this.router.post('/logout', this.logout);
  }

  login(_req: Request, res: Response) {
    refreshTokens.push(this.refresh);
    res.json({ accessToken: this.access, refreshToken: this.refresh });
  }

  token = (req: Request, res: Response) => {
    if (!this.known(req)) return res.status(403).json({ error: 'Forbidden' });
    return res.json({ accessToken: 'newAccess123' });
  };

  logout = (req: Request, res: Response) => {
    if (this.known(req)) refreshTokens.splice(refreshTokens.indexOf(req.body.refreshToken), 1);
    return res.status(204).send();
  };

  private known(req: Request): boolean {
    return refreshTokens.includes(req.body?.refreshToken);
  }
}

const app = express();
app.use(express.json());
app.use(new TokenController().router);
app.listen(3000);
