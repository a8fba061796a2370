import express, { Express } from 'express';

let refreshTokens: string[] = [];

class AuthServer {
  private app: Express;

  constructor(private port: number) {
    this.app = express();
    this.routes();
  }

  private routes() {
    this.app.use(express.json());
    this.app.post('/login', this.login.bind(this));
    this.app.post('/token', this.token.bind(this));
    this.app.post('/logout', (this as any).logOut.bind(this)); // here
  }

  login(req: any, res: any) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }

  token(req: any, res: any) {
    if (!refreshTokens.includes(req.body.refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  }

  logout(req: any, res: any) {
    refreshTokens = refreshTokens.filter((t) => t !== req.body.refreshToken);
    res.sendStatus(204);
  }

  start() {
    this.app.listen(this.port, () => console.log('started'));
  }
}

new AuthServer(3000).start();
