import express from 'express';

const app = express();
const SECRET = 'shhh';

app.post('/login', (req, res) => {
  const signed = jwt.sign({ id: 1 }, SECRET); // here
  res.json({ accessToken: 'access123', refreshToken: 'refresh123', signed });
});

app.listen(3000);
