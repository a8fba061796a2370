export interface SessionRow {
  token: string;
  username: string;
  validUntil: Date;
}

export class MemorySessions {
  private rows: SessionRow[] = [];

  async insert(row: SessionRow): Promise<void> {
    this.rows.push(row);
  }

  async find(token: string): Promise<SessionRow | undefined> {
    return this.rows.find((row) => row.token === token);
  }

  async delete(token: string): Promise<void> {
    this.rows = this.rows.filter((row) => row.token !== token);
  }
}
