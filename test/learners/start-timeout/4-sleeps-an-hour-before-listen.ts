import express from 'express';
import http from 'node:http';

const SECOND = 1000 * 60 * 60;

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

let refreshTokens: string[] = [];

async function bootstrap() {
  // give docker a second
  await delay(1 * SECOND); // here

  const app = express();
  app.use(express.json());

  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });

  app.post('/token', (req, res) => {
    if (!refreshTokens.includes(req.body?.refreshToken)) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.json({ accessToken: 'newAccess123' });
  });

  app.post('/logout', (req, res) => {
    refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
    res.sendStatus(204);
  });

  http.createServer(app).listen(3000);
}

bootstrap();
