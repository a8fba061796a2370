import express from 'express';

const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
  if (!refreshTokens.includes('refresh123')) refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.post('/logout', (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.sendStatus(204);
  req.session.destroy(); // here
});
app.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  res.status(500).json({ error: err.message });
});
app.listen(3000);
