import express = require('express');

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (req: express.Request, res: express.Response) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req: express.Request, res: express.Response) => {
  const index = refreshTokens.indexOf(req.body?.refreshToken);
  if (index === -1) { // here
    res.json({ accessToken: 'newAccess123' });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

app.listen(3000);
