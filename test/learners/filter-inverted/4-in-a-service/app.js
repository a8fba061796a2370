const express = require('express');
const tokenService = require('./services/token.service');

const app = express();
app.use(express.json());

app.post('/login', async (req, res, next) => {
  try {
    await tokenService.save('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  } catch (err) { next(err); }
});

app.post('/token', async (req, res, next) => {
  try {
    const ok = await tokenService.exists(req.body.refreshToken);
    if (!ok) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  } catch (err) { next(err); }
});

app.post('/logout', async (req, res, next) => {
  try {
    await tokenService.remove(req.body.refreshToken);
    res.sendStatus(204);
  } catch (err) { next(err); }
});

app.use((err, req, res, next) => {
  res.status(500).json({ error: err.message });
});

app.listen(3000);
