import express from 'express';

let refreshTokens;

function store() {
  if (!refreshTokens) refreshTokens = [];
  return refreshTokens;
}

const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  store().push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
