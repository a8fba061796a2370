import express from 'express';

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  req.app.locals.refreshTokens = ['refresh123']; // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
