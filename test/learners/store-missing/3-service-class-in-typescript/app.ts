import express from 'express';
import { AuthService } from './auth.service';

const app = express();
app.use(express.json());
const refreshTokens: string[] = [];
const service = new AuthService();

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  if (!service.isKnown(req.body?.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
