import { randomUUID } from 'node:crypto';
import express from 'express';

const app = express();

app.post('/login', (req, res) => {
  const accessToken = randomUUID(); // here
  const refreshToken = 'refresh123';
  res.json({ accessToken, refreshToken });
});

app.listen(3000);
