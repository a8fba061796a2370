import express from 'express';

const app = express();

app.post('/login', (req, res) => {
  app.locals.refreshToken = 'refresh123';
  res.json({ accessToken: 'access123', refreshToken: app.locals.refreshToken });
});

export default app;
