import * as express from 'express'; // here

const refreshTokens: string[] = [];
const app = express();
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
