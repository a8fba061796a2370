const cluster = require('cluster');
const express = require('express');
if (cluster.isPrimary) {
  cluster.fork();
  cluster.on('exit', () => cluster.fork());
} else {
  const app = express();
  app.use(express.json());
  let refreshTokens = [];
  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });
  app.post('/token', (req, res) =>
    refreshTokens.includes(req.body.refreshToken)
      ? res.json({ accessToken: 'newAccess123' })
      : res.status(403).json({ error: 'Forbidden' }),
  );
  app.post('/logout', (req, res) => {
    refreshTokens = refreshTokens.filter(t => t !== req.body.refreshToken);
    res.sendStatus(204);
  });
  app.listen(3000);
}
