import { randomBytes } from 'crypto';

export class RefreshTokenService {
  private readonly owners = new Map<string, string>();

  issue(username: string): string {
    const token = randomBytes(32).toString('hex');
    this.owners.set(token, username);
    return token;
  }

  ownerOf(token: string): string | undefined {
    return this.owners.get(token);
  }

  revoke(token: string): boolean {
    return this.owners.delete(token);
  }
}
