const express = require('express');

const refreshTokens = [];

async function start() {
  const app = express();
  app.use(express.json());

  app.post('/login', async (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  app.post('/token', async (req, res) => {
    const { refreshToken } = req.body || {};
    if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
  });

  app.post('/logout', async (req, res) => {
    const { refreshToken } = req.body || {};
    const i = refreshTokens.indexOf(refreshToken);
    if (i !== -1) refreshTokens.splice(i, 1);
    res.sendStatus(204);
  });

  await app.listen(3000);
}

start()
  .then(() => console.log('started'))
  .catch((e) => console.error(e))
  .finally(() => process.exit()); // here
