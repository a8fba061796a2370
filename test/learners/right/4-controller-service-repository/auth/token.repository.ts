export interface TokenRepository {
  insert(token: string): Promise<void>;
  exists(token: string): Promise<boolean>;
  delete(token: string): Promise<number>;
}

let refreshTokens: string[] = [];

export class ArrayTokenRepository implements TokenRepository {
  async insert(token: string) {
    refreshTokens.push(token);
  }

  async exists(token: string) {
    return refreshTokens.includes(token);
  }

  async delete(token: string) {
    const before = refreshTokens.length;
    refreshTokens = refreshTokens.reduce<string[]>((kept, t) => (t === token ? kept : [...kept, t]), []);
    return before - refreshTokens.length;
  }
}
