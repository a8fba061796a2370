import express from 'express';

const app = express();
app.use(express.json());
app.post('/login', (_req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
