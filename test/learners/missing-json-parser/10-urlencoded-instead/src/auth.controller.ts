import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import type { Config } from './config';
import type { SessionRepository } from './session.repository';
import type { TokenService } from './token.service';

export class AuthController {
  constructor(
    private readonly tokens: TokenService,
    private readonly sessions: SessionRepository,
    private readonly config: Config,
  ) {}

  login = (req: Request, res: Response): void => {
    const { username } = req.body as { username: string };
    const { token, hash } = this.tokens.createRefreshToken();
    this.sessions.add({
      id: randomUUID(),
      username,
      expiresAt: Date.now() + this.config.refreshTtlMs,
      currentHash: hash,
      spentHashes: new Set(),
    });
    res.status(200).json({ accessToken: this.tokens.createAccessToken(username), refreshToken: token });
  };

  refresh = (req: Request, res: Response): void => {
    const hash = this.tokens.hash(String(req.body?.refreshToken));
    const session = this.sessions.findByHash(hash);
    if (!session) return this.forbid(res);
    if (session.spentHashes.has(hash) || session.expiresAt <= Date.now()) {
      this.sessions.delete(session.id);
      return this.forbid(res);
    }
    const next = this.tokens.createRefreshToken();
    session.spentHashes.add(session.currentHash);
    session.currentHash = next.hash;
    res.json({ accessToken: this.tokens.createAccessToken(session.username), refreshToken: next.token });
  };

  logout = (req: Request, res: Response): void => {
    const session = this.sessions.findByHash(this.tokens.hash(String(req.body?.refreshToken)));
    if (session) this.sessions.delete(session.id);
    res.status(204).end();
  };

  me = (req: Request, res: Response): void => {
    const [scheme, token] = (req.headers.authorization ?? '').split(' ');
    const username = scheme === 'Bearer' && token ? this.tokens.verifyAccessToken(token) : undefined;
    if (!username) {
      res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Unauthorized' });
      return;
    }
    res.json({ username });
  };

  private forbid(res: Response): void {
    res.status(403).json({ error: 'Forbidden' });
  }
}
