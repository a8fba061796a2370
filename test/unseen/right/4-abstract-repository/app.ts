import express from 'express';
import { createServer } from 'node:http';
import { InMemoryTokens } from './repository';
import type { TokenRepository } from './repository';

const tokens: TokenRepository = new InMemoryTokens();
const app = express();

app.use(express.json());

app.post('/login', async (_req, res) => {
  await tokens.add('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', async (req, res) => {
  if (await tokens.has(req.body?.refreshToken)) {
    res.json({ accessToken: 'newAccess123' });
    return;
  }
  res.status(403).json({ error: 'Forbidden' });
});

app.post('/logout', async (req, res) => {
  await tokens.remove(req.body?.refreshToken);
  res.sendStatus(204);
});

const server = createServer(app);
server.listen(3000);
