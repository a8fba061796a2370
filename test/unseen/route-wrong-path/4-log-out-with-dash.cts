import express = require('express');
const app = express();
app.use(express.json());
let refreshTokens: string[] = [];

app.post('/login', (req: express.Request, res: express.Response) => {
  refreshTokens.push('refresh123');
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: express.Request, res: express.Response) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) res.status(403).send({ error: 'Forbidden' });
  else res.send({ accessToken: 'newAccess123' });
});

app.post('/log-out', (req: express.Request, res: express.Response) => { // here
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.status(204).send();
});

module.exports = app;
