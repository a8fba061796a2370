import express from 'express';

let refreshTokens = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  let i = 0;
  refreshTokens.push('refresh123');
  while (i < refreshTokens.length) { // here
    if (refreshTokens[i] === 'refresh123') {
      console.log;
    }
  }
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
