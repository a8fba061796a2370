const express = require('express');

class AuthController {
  constructor() {
    this.refreshTokens = [];
    this.login = this.login.bind(this);
    this.token = this.token.bind(this);
    this.logout = this.logout.bind(this);
  }

  login(req, res) {
    this.refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  }

  token(req, res) {
    const { refreshToken } = req.body ?? {};
    if (!this.refreshTokens.includes(refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  }

  logout(req, res) {
    const { refreshToken } = req.body ?? {};
    this.refreshTokens = this.refreshTokens.filter((t) => t !== refreshToken);
    res.sendStatus(204);
  }
}

const app = express();
const auth = new AuthController();

app.use(express.json());
app.post('/login', auth.login);
app.post('/token', auth.token);
app.post('/logout', auth.logout);

app.listen(3000);
