export interface TokenRepository {
  add(token: string): Promise<void>;
  has(token?: string): Promise<boolean>;
  remove(token?: string): Promise<void>;
}

const refreshTokens: string[] = [];

export class InMemoryTokens implements TokenRepository {
  async add(token: string): Promise<void> {
    refreshTokens.push(token);
  }

  async has(token?: string): Promise<boolean> {
    return token !== undefined && refreshTokens.includes(token);
  }

  async remove(token?: string): Promise<void> {
    for (let i = refreshTokens.length; i-- > 0; ) {
      if (refreshTokens[i] === token) refreshTokens.splice(i, 1);
    }
  }
}
