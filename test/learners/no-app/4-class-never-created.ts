import express, { Application, Request, Response } from 'express';

let refreshTokens: string[] = [];

export class Server {
  app: Application;

  constructor() {
    this.app = express();
    this.app.use(express.json());
    this.app.post('/login', this.login);
    this.app.post('/token', this.token);
    this.app.post('/logout', this.logout);
  }

  login = (req: Request, res: Response) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  };

  token = (req: Request, res: Response) => {
    const { refreshToken } = req.body ?? {};
    if (!refreshTokens.includes(refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    return res.json({ accessToken: 'newAccess123' });
  };

  logout = (req: Request, res: Response) => {
    const { refreshToken } = req.body ?? {};
    refreshTokens = refreshTokens.filter((t) => t !== refreshToken);
    res.sendStatus(204);
  };

  listen(port = 3000) {
    this.app.listen(port);
  }
}
