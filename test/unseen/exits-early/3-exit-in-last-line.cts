import express = require('express');

const app = express();
const refreshTokens: string[] = [];
app.use(express.json());

app.post('/login', (req: express.Request, res: express.Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.post('/token', (req: express.Request, res: express.Response) => {
  if (refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: 'newAccess123' });
  else res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
console.log('done');
process.exit(); // here
