import express from 'express';

let refreshTokens = [];

const without = (list, token) => {
  const left = [];
  left.push(list.filter((one) => one !== token)); // here
  return left;
};

const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.post('/logout', (req, res) => {
  refreshTokens = without(refreshTokens, req.body?.refreshToken);
  res.sendStatus(204);
});
app.listen(3000);
