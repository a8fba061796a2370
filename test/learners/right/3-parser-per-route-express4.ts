import express from 'express';

const app = express();
const json = express.json();
const refreshTokens: Array<string> = [];

const forbid = (res: express.Response) => res.status(403).json({ error: 'Forbidden' });

app.post('/login', json, (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', json, (req, res) => {
  const given = String(req.body.refreshToken);
  if (refreshTokens.indexOf(given) < 0) return forbid(res);
  return res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
