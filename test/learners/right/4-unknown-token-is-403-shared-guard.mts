import express, { type RequestHandler } from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

const onlyKnown: RequestHandler = (req, res, next) => {
  if (refreshTokens.includes(req.body?.refreshToken)) {
    next();
    return;
  }
  res.status(403).json({ error: 'Forbidden' });
};

const login: RequestHandler = (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
};

const token: RequestHandler = (_req, res) => {
  res.json({ accessToken: 'newAccess123' });
};

const logout: RequestHandler = (req, res) => {
  refreshTokens.splice(refreshTokens.indexOf(req.body.refreshToken), 1);
  res.status(204).end();
};

app.post('/login', login);
app.post('/token', onlyKnown, token);
app.post('/logout', onlyKnown, logout);

app.listen(3000);
