export interface Session {
  readonly id: string;
  readonly username: string;
  readonly expiresAt: number;
  currentHash: string;
  readonly spentHashes: Set<string>;
}

export interface SessionRepository {
  add(session: Session): void;
  findByHash(hash: string): Session | undefined;
  delete(id: string): void;
}

export class InMemorySessionRepository implements SessionRepository {
  private readonly sessions = new Map<string, Session>();

  add(session: Session): void {
    this.sessions.set(session.id, session);
  }

  findByHash(hash: string): Session | undefined {
    for (const session of this.sessions.values()) {
      if (session.currentHash === hash) return session; // here
    }
    return undefined;
  }

  delete(id: string): void {
    this.sessions.delete(id);
  }
}
