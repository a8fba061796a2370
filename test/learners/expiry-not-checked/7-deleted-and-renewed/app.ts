import express from 'express';
import { SessionService } from './session.service.ts';
import { authenticate } from './authenticate.ts';
import { MemorySessions } from './memory-sessions.ts';

const service = new SessionService(new MemorySessions());

const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const username: unknown = req.body?.username;
  if (typeof username !== 'string' || username === '') {
    res.status(400).json({ error: 'username is required' });
    return;
  }
  res.json(await service.open(username));
});

app.post('/token', async (req, res) => {
  const accessToken = await service.renew(req.body?.refreshToken);
  if (accessToken === null) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken });
});

app.post('/logout', async (req, res) => {
  await service.close(req.body?.refreshToken);
  res.status(204).end();
});

app.get('/me', authenticate, (_req, res) => {
  res.json({ username: res.locals['username'] });
});

app.listen(3000);
