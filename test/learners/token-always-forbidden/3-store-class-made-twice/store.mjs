export class TokenStore {
  refreshTokens = [];
  add(token) {
    this.refreshTokens.push(token);
  }
  has(token) {
    return this.refreshTokens.includes(token);
  }
}
