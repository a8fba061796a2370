import express from 'express';

const MAX_SESSIONS = 10;
const refreshTokens: (string | undefined)[] = new Array(MAX_SESSIONS); // here

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
