import express, { Express, Request, Response } from 'express';

class AuthServer {
  public readonly app: Express = express();
  private refreshTokens: string[] = [];

  constructor(private readonly port: number) {
    this.app.use(express.json());
    this.app.post('/login', this.login);
    this.app.post('/token', this.token);
    this.app.post('/logout', this.logout);
  }

  private login = (_req: Request, res: Response): void => {
    this.refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  };

  private token = (req: Request, res: Response): void => {
    const { refreshToken } = req.body as { refreshToken: string };
    if (!this.refreshTokens.includes(refreshToken)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.json({ accessToken: 'newAccess123' });
  };

  private logout = (req: Request, res: Response): void => {
    const { refreshToken } = req.body as { refreshToken: string };
    const index = this.refreshTokens.indexOf(refreshToken);
    if (index >= 0) this.refreshTokens.splice(index, 1);
    res.status(204).send();
  };

  public start(): void {
    this.app.listen(this.port, () => console.log('started'));
  }
}

new AuthServer(3000).start();
