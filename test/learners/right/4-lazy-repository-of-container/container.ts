export class TokenRepository {
  private refreshTokens: string[] = [];

  add(token: string): void {
    if (!this.has(token)) this.refreshTokens.push(token);
  }

  has(token: string): boolean {
    return this.refreshTokens.includes(token);
  }

  remove(token: string): void {
    this.refreshTokens = this.refreshTokens.filter((one) => one !== token);
  }
}

const factories = { tokens: () => new TokenRepository() };
const made = new Map<string, TokenRepository>();

export const container = {
  resolve(name: keyof typeof factories): TokenRepository {
    const known = made.get(name);
    if (known) return known;
    const fresh = factories[name]();
    made.set(name, fresh);
    return fresh;
  },
};
