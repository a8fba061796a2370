const express = require('express');
const app = express();
app.use(express.json());
const refreshTokens = [];
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', async (req, res) => {
  const { refreshToken } = req.body;
  if (!refreshTokens.includes(refreshToken)) throw new Error('Forbidden');
  res.json({ accessToken: 'newAccess123' });
});
app.use((err, req, res, next) => {
  res.status(500).json({ error: err.message }); // here
});
app.listen(3000);
