import express from 'express';
import { issueTokens } from './tokens';

const app = express();

app.post('/login', (req, res) => {
  const tokens = issueTokens();
  res.json({ ...tokens, expiresIn: 900 });
});

app.listen(3000);
