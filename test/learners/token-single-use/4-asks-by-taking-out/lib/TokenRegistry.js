class TokenRegistry {
  #refreshTokens = [];

  get refreshTokens() {
    return this.#refreshTokens;
  }

  register(token) {
    this.#refreshTokens.push(token);
    return this;
  }

  // true when the token is one of ours
  consume(token) {
    const index = this.#refreshTokens.indexOf(token);
    if (index === -1) return false;
    this.#refreshTokens.splice(index, 1);
    return true;
  }

  revoke(token) {
    this.consume(token);
  }
}

module.exports = new TokenRegistry();
