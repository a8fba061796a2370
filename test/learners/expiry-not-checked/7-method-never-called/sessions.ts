import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

export class Session {
  readonly token = randomBytes(32).toString('base64url');

  constructor(
    readonly username: string,
    private readonly expiresAt: Date,
  ) {}

  isExpired(now: Date): boolean {
    return now.getTime() >= this.expiresAt.getTime();
  }
}

export interface SessionRepository {
  open(username: string): Session;
  byToken(token: string): Session | undefined;
  close(token: string): void;
}

const LIFETIME_DAYS = 10;
const MS_PER_DAY = 86_400_000;

export class InMemorySessionRepository implements SessionRepository {
  #sessions: Session[] = [];

  constructor(private readonly clock: Clock) {}

  open(username: string): Session {
    const session = new Session(username, new Date(this.clock.now().getTime() + LIFETIME_DAYS * MS_PER_DAY));
    this.#sessions.push(session);
    return session;
  }

  byToken(token: string): Session | undefined {
    return this.#sessions.find((session) => session.token === token); // here
  }

  close(token: string): void {
    this.#sessions = this.#sessions.filter((session) => session.token !== token);
  }
}
