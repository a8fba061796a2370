import express, { json } from 'express';

const app = express();
const refreshTokens = [];

app.use(json());

app
  .route('/login')
  .post((req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

app
  .route('/token')
  .get((req, res) => res.sendStatus(405))
  .post((req, res) => {
    const known = new Set(refreshTokens);
    known.has(req.body?.refreshToken)
      ? res.json({ accessToken: 'newAccess123' })
      : res.status(403).json({ error: 'Forbidden' });
  });

app.use((req, res) => res.status(404).json({ error: 'Not Found' }));

app.listen(3000);
