const express = require('express');

const refreshTokens = [];

class AuthController {
  constructor() {
    this.refreshToken = 'refresh123';
    this.accessToken = 'access123';
  }

  login(req, res) {
    refreshTokens.push(this.refreshToken); // here
    res.json({ accessToken: this.accessToken, refreshToken: this.refreshToken });
  }
}

const auth = new AuthController();
const app = express();
app.post('/login', auth.login);
app.listen(3000);
