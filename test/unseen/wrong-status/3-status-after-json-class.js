const express = require('express');

let refreshTokens = [];

class App {
  constructor() {
    this.server = express();
    this.server.use(express.json());
    this.server.post('/login', this.login);
    this.server.post('/token', this.token);
  }
  login(req, res) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }
  token(req, res) {
    if (!refreshTokens.includes(req.body.refreshToken)) {
      return res.json({ error: 'Forbidden' }).status(403); // here
    }
    res.json({ accessToken: 'newAccess123' });
  }
}

new App().server.listen(3000);
