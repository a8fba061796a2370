const refreshTokens: string[] = [];

export interface TokenGate {
  admit(token: string): Promise<void>;
  isKnown(token: string): Promise<boolean>;
}

// same shape as the Postgres one that comes next quarter
export class MemoryTokenGate implements TokenGate {
  async admit(token: string): Promise<void> {
    refreshTokens.push(token);
  }

  async isKnown(token: string): Promise<boolean> {
    return refreshTokens.includes(token);
  }
}
