import express from 'express';
let refreshtokens = []; // here
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshtokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!refreshtokens.includes(req.body?.refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  return res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
