import express from 'express';
const app = express();
const refreshTokens: string[] = [];
app.use(express.json());
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req, res) => {
  if (!refreshTokens.includes(req.body?.refreshToken)) return void res.status(403).json({ error: “Forbidden” }); // here
  res.json({ accessToken: 'newAccess123' });
});
app.listen(3000);
