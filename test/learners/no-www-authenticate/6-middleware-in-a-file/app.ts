import express from 'express';
import { requireAuth } from './middleware/requireAuth';
import { AccessTokenService } from './services/AccessTokenService';
import { RefreshTokenService } from './services/RefreshTokenService';

const secret = process.env.ACCESS_TOKEN_SECRET;
if (!secret) throw new Error('ACCESS_TOKEN_SECRET is not set');

const access = new AccessTokenService(secret);
const refresh = new RefreshTokenService();
const app = express();

app.use(express.json());

app.post('/login', (req, res) => {
  const { username } = req.body;
  res.json({ accessToken: access.sign(username), refreshToken: refresh.issue(username) });
});

app.post('/token', (req, res) => {
  const username = refresh.ownerOf(req.body.refreshToken);
  if (username === undefined) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: access.sign(username) });
});

app.post('/logout', (req, res) => {
  refresh.revoke(req.body.refreshToken);
  res.sendStatus(204);
});

app.get('/me', requireAuth(access), (_req, res) => {
  res.json({ username: res.locals.username });
});

app.listen(3000, () => console.log('Server is running'));
