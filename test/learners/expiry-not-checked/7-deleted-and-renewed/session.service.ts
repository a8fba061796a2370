import { randomBytes } from 'node:crypto';
import { signAccessToken } from './authenticate.ts';
import type { MemorySessions } from './memory-sessions.ts';

const LIFETIME_IN_DAYS = 7;

function daysFromNow(days: number): Date {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date;
}

export class SessionService {
  constructor(private readonly sessions: MemorySessions) {}

  async open(username: string) {
    const refreshToken = randomBytes(32).toString('hex');
    await this.sessions.insert({ token: refreshToken, username, validUntil: daysFromNow(LIFETIME_IN_DAYS) });
    return { accessToken: signAccessToken(username), refreshToken };
  }

  async renew(refreshToken: string): Promise<string | null> {
    const session = await this.sessions.find(refreshToken);
    if (!session) return null;

    if (session.validUntil < new Date()) { // here
      await this.sessions.delete(refreshToken);
    }

    return signAccessToken(session.username);
  }

  async close(refreshToken: string): Promise<void> {
    await this.sessions.delete(refreshToken);
  }
}
