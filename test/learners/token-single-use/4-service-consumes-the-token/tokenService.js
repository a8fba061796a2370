class TokenService {
  constructor() {
    this.refreshTokens = [];
  }

  add(token) {
    this.refreshTokens.push(token);
  }

  remove(token) {
    const index = this.refreshTokens.indexOf(token);
    if (index === -1) return false;
    this.refreshTokens.splice(index, 1);
    return true;
  }

  check(token) {
    return this.remove(token); // here
  }
}

module.exports = TokenService;
