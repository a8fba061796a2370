import express from 'express';
import './token';

const app = express();
app.use(express.json());
export const refreshTokens: string[] = [];
app.post('/login', (_req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
