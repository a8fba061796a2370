import express, { type Express } from 'express';
import jwt from 'jsonwebtoken';
import type { SessionRepository } from './sessions';

interface Dependencies {
  sessions: SessionRepository;
  accessTokenSecret: string;
}

export function createApp({ sessions, accessTokenSecret }: Dependencies): Express {
  const app = express();
  app.use(express.json());

  const accessTokenFor = (username: string) =>
    jwt.sign({ username }, accessTokenSecret, { expiresIn: '15 minutes' });

  app.post('/login', (req, res) => {
    const { username, token } = sessions.open(req.body.username);
    res.json({ accessToken: accessTokenFor(username), refreshToken: token });
  });

  app.post('/token', (req, res) => {
    const session = sessions.byToken(req.body.refreshToken);
    if (!session) {
      res.status(403).json({ error: 'Forbidden' });
      return;
    }
    res.json({ accessToken: accessTokenFor(session.username) });
  });

  app.post('/logout', (req, res) => {
    sessions.close(req.body.refreshToken);
    res.sendStatus(204);
  });

  app.get('/me', (req, res) => {
    const token = /^Bearer (\S+)$/.exec(req.get('authorization') ?? '')?.[1];
    try {
      const payload = jwt.verify(token ?? '', accessTokenSecret) as jwt.JwtPayload;
      res.json({ username: payload.username });
    } catch {
      res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Unauthorized' });
    }
  });

  return app;
}
