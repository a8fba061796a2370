import { createHash, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

interface Options {
  accessSecret: string;
  accessSeconds: number;
  refreshDays: number;
}

interface Session {
  hash: string;
  username: string;
  expiresAt: number;
}

export class Auth {
  private sessions: Session[] = [];

  constructor(private readonly options: Options) {
    if (!options.accessSecret) throw new Error('accessSecret must not be empty');
  }

  login(username: string) {
    const refreshToken = this.generate();
    const expiresAt = Date.now() + this.options.refreshDays * 86_400_000;
    this.sessions.push({ hash: this.hash(refreshToken), username, expiresAt });
    return { accessToken: this.sign(username), refreshToken };
  }

  rotate(refreshToken: string) {
    const hash = this.hash(refreshToken);
    const current = this.sessions.find((s) => s.hash === hash);
    if (!current || current.expiresAt <= Date.now()) return undefined;

    const nextToken = this.generate();
    const next: Session = { ...current, hash: this.hash(nextToken) };
    this.sessions.filter((s) => s !== current).push(next); // here
    this.sessions.splice(this.sessions.indexOf(current), 1);

    return { accessToken: this.sign(next.username), refreshToken: nextToken };
  }

  logout(refreshToken: string): void {
    const hash = this.hash(refreshToken);
    this.sessions = this.sessions.filter((s) => s.hash !== hash);
  }

  whoami(accessToken: string): string | undefined {
    try {
      const claims = jwt.verify(accessToken, this.options.accessSecret, { algorithms: ['HS256'] });
      return typeof claims === 'string' ? undefined : claims['username'];
    } catch {
      return undefined;
    }
  }

  private sign = (username: string): string =>
    jwt.sign({ username }, this.options.accessSecret, { expiresIn: this.options.accessSeconds });

  private generate = (): string => randomBytes(32).toString('base64url');

  private hash = (token: string): string => createHash('sha256').update(token).digest('hex');
}
