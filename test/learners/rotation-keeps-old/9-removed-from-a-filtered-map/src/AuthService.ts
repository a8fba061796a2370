import { randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { digest, SessionRepository } from './SessionRepository';

const SIX_DAYS = 6 * 24 * 60 * 60 * 1000;

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
}

export class AuthService {
  constructor(private readonly sessions: SessionRepository, private readonly secret: string) {}

  login(brewer: string): TokenPair {
    return this.issue(brewer);
  }

  renew(token: string): TokenPair | null {
    const session = this.sessions.findByToken(token);
    if (!session) return null;
    this.sessions.active().delete(digest(token)); // here
    return this.issue(session.brewer);
  }

  logout(token: string): void {
    this.sessions.deleteByToken(token);
  }

  whoIs(bearer: string): string {
    return (jwt.verify(bearer, this.secret, { algorithms: ['HS256'] }) as jwt.JwtPayload).sub!;
  }

  private issue(brewer: string): TokenPair {
    const refreshToken = randomBytes(32).toString('base64url');
    this.sessions.insert(refreshToken, { brewer, expiresAt: Date.now() + SIX_DAYS });
    return { accessToken: jwt.sign({ sub: brewer }, this.secret, { expiresIn: '12m' }), refreshToken };
  }
}
