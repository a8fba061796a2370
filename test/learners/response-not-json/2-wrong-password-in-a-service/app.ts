import express from 'express';
import { authenticate } from './users.ts';

const refreshTokens: string[] = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  if (!authenticate(req.body.username, req.body.password)) {
    res.status(200).send('Invalid credentials'); // here
    return;
  }
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
