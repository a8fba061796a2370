import express, { Router } from 'express';

const app = express();
const authRouter = Router();
const refreshTokens = [];

app.use(express.json());

authRouter.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
