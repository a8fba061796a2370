import express from 'express';

const app = express();

app.use((req, res, next) => {
  console.log(new Date().toISOString(), req.method, req.url); // here
});

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
