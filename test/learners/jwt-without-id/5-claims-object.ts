import express, { type RequestHandler } from 'express';
import jwt from 'jsonwebtoken';

const { JWT_SECRET = '' } = process.env;

let refreshTokens: string[] = [];

function signRefresh(username: string): string {
  const claims = { sub: username, iss: 'my-app', type: 'refresh' };
  return jwt.sign(claims, JWT_SECRET, { algorithm: 'HS256' }); // here
}

const login: RequestHandler = (req, res) => {
  const refreshToken = signRefresh(req.body.username);
  refreshTokens = [...refreshTokens, refreshToken];
  res.json({ accessToken: 'access123', refreshToken });
};

const token: RequestHandler = (req, res) => {
  const sent = req.body.refreshToken;
  if (!refreshTokens.includes(sent)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
};

const logout: RequestHandler = (req, res) => {
  refreshTokens = refreshTokens.filter((one) => one !== req.body.refreshToken);
  res.sendStatus(204);
};

const app = express();
app.use(express.json());
app.post('/login', login);
app.post('/token', token);
app.post('/logout', logout);
app.listen(3000);
