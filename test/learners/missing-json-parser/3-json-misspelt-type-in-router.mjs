import express, { Router } from 'express';

const refreshTokens = [];
const auth = Router();
const parse = express.json({ type: 'json/application' }); // here

auth.use(parse);
auth.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
auth.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

const app = express();
app.use(auth);
app.listen(3000);
