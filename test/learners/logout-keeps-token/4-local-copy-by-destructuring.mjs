import express from 'express';

const state = { refreshTokens: [] };
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  state.refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!state.refreshTokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});
app.post('/logout', (req, res) => {
  let { refreshTokens } = state;
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken); // here
  res.sendStatus(204);
});
app.listen(3000);
