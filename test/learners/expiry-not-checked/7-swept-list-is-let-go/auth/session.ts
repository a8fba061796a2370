import { randomBytes } from "node:crypto";

const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;

export class Session {
  readonly token = randomBytes(32).toString("base64url");
  private readonly endsAt = Date.now() + FORTNIGHT;

  constructor(readonly username: string) {}

  isExpired(): boolean {
    return this.endsAt <= Date.now();
  }
}

export class Sessions {
  private readonly byToken = new Map<string, Session>();

  open(username: string): Session {
    const session = new Session(username);
    this.byToken.set(session.token, session);
    return session;
  }

  get(token: string): Session | undefined {
    return this.byToken.get(token);
  }

  close(token: string): void {
    this.byToken.delete(token);
  }

  sweep(): Session[] {
    return [...this.byToken.values()].filter((session) => !session.isExpired());
  }
}
