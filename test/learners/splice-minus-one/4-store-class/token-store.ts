export class TokenStore {
  private refreshTokens: string[] = [];

  add(token: string): void {
    this.refreshTokens.push(token);
  }

  has(token: string): boolean {
    return this.refreshTokens.includes(token);
  }

  remove(token: string): void {
    const index = this.refreshTokens.indexOf(token);
    this.refreshTokens.splice(index, 1); // here
  }
}
