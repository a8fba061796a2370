import cors from 'cors'; // here
import express from 'express';

const app = express();
app.use(cors());
app.use(express.json());

const refreshTokens: Array<string> = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.status(200).send({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  refreshTokens.some((t) => t === req.body?.refreshToken)
    ? res.send({ accessToken: 'newAccess123' })
    : res.status(403).send({ error: 'Forbidden' });
});

app.listen(8080);
