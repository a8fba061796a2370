import express from 'express';

const app = express();
const refreshTokens = [];

app.use((req, res, next) => { // here
  console.log(new Date().toISOString(), req.method, req.url);
});
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
