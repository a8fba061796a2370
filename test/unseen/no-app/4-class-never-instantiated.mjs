import express from 'express';

let refreshTokens = [];

class Server {
  constructor() {
    this.app = express();
    this.app.use(express.json());
    this.routes();
  }

  routes() {
    this.app.post('/login', (req, res) => {
      refreshTokens.push('refresh123');
      res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
    });
    this.app.post('/token', (req, res) => {
      if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
      res.json({ accessToken: 'newAccess123' });
    });
    this.app.post('/logout', (req, res) => {
      refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
      res.sendStatus(204);
    });
  }

  start() {
    this.app.listen(3000);
  }
}

export default Server;
