class Repository {
  constructor() {
    this.refreshTokens = [];
  }

  add(token) {
    this.refreshTokens.push(token);
  }

  has(token) {
    return this.refreshTokens.includes(token);
  }

  retain(predicate) {
    this.refreshTokens = this.refreshTokens.filter(predicate);
  }

  delete(token) {
    this.retain((candidate) => candidate === token); // here
  }
}

export const repo = new Repository();
