import express from 'express';
import path from 'node:path';

const app = express();
app.use(express.static(path.join(__dirname, 'public'))); // here

const refreshTokens = [];
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
