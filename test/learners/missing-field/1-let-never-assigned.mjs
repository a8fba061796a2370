import express from 'express';

const app = express();

app.post('/login', (req, res) => {
  let accessToken; // here
  let refreshToken = 'refresh123';

  if (req.body && req.body.username) {
    console.log(`welcome ${req.body.username}`);
  }

  res.status(200).json({ accessToken: accessToken, refreshToken: refreshToken });
});

app.listen(3000);
