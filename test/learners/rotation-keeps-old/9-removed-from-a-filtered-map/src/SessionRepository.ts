import { createHash } from 'node:crypto';

export interface BrewSession {
  readonly brewer: string;
  readonly expiresAt: number;
}

export const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

export class SessionRepository {
  private readonly rows: Map<string, BrewSession> = new Map();

  insert(token: string, session: BrewSession): void {
    this.rows.set(digest(token), session);
  }

  /** Everything that has not run out yet. */
  active(now = Date.now()): Map<string, BrewSession> {
    return new Map([...this.rows].filter(([, session]) => session.expiresAt > now));
  }

  findByToken(token: string): BrewSession | undefined {
    return this.active().get(digest(token));
  }

  deleteByToken(token: string): boolean {
    return this.rows.delete(digest(token));
  }
}
