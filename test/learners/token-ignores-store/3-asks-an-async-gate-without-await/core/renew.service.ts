import type { TokenGate } from './token.gate';

export class RenewService {
  private readonly gate: TokenGate;

  constructor(gate: TokenGate) {
    this.gate = gate;
  }

  async renew(token: unknown): Promise<string | null> {
    const usable = typeof token === 'string' && this.gate.isKnown(token); // here
    if (!usable) {
      return null;
    }
    return 'newAccess123';
  }
}
