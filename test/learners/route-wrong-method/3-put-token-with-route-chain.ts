import express from 'express';

const refreshTokens: string[] = [];

const app = express()
  .use(express.json());

app.route('/login').post((req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app
  .route('/token')
  .put((req, res) => { // here
    const known = refreshTokens.some((t) => t === req.body?.refreshToken);
    if (!known) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.json({ accessToken: 'newAccess123' });
  });

app.listen(Number(process.env.PORT) || 3000);
