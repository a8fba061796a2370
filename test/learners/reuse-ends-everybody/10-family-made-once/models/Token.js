const { randomUUID } = require('crypto');

const WEEK = 7 * 24 * 60 * 60 * 1000;

const defaults = {
  family: randomUUID(), // here
  used: false,
};

class Token {
  static #all = [];

  constructor(fields) {
    Object.assign(this, defaults, { expiresAt: Date.now() + WEEK }, fields);
  }

  static create(fields) {
    const token = new Token(fields);
    Token.#all.push(token);
    return token;
  }

  static findByHash(hash) {
    return Token.#all.find((t) => t.hash === hash);
  }

  static deleteFamily(family) {
    Token.#all = Token.#all.filter((t) => t.family !== family);
  }

  static deleteByHash(hash) {
    Token.#all = Token.#all.filter((t) => t.hash !== hash);
  }

  get expired() {
    return this.expiresAt <= Date.now();
  }
}

module.exports = Token;
