import { createHash, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Config } from './config';

export class TokenService {
  constructor(private readonly config: Config) {}

  createAccessToken(username: string): string {
    return jwt.sign({}, this.config.accessSecret, { subject: username, expiresIn: this.config.accessTtlSeconds });
  }

  verifyAccessToken(token: string): string | undefined {
    try {
      const payload = jwt.verify(token, this.config.accessSecret);
      return typeof payload === 'string' ? undefined : payload.sub;
    } catch {
      return undefined;
    }
  }

  createRefreshToken(): { token: string; hash: string } {
    const token = randomBytes(32).toString('base64url');
    return { token, hash: this.hash(token) };
  }

  hash(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
