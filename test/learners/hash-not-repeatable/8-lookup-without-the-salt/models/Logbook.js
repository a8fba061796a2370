const { randomBytes, scryptSync, timingSafeEqual } = require('crypto');

const LIFETIME = 1000 * 60 * 60 * 24 * 20;

function scramble(token, salt = randomBytes(16)) {
  return { salt, hash: scryptSync(token, salt, 32, { N: 256 }) };
}

class Logbook {
  #pages = [];

  write(diver) {
    const token = randomBytes(32).toString('hex');
    this.#pages.push({ diver, expiresAt: Date.now() + LIFETIME, ...scramble(token) });
    return token;
  }

  #turnTo(token) {
    this.#pages = this.#pages.filter((page) => page.expiresAt > Date.now());
    if (typeof token !== 'string') return -1;
    return this.#pages.findIndex((page) => timingSafeEqual(page.hash, scramble(token).hash)); // here
  }

  diver(token) {
    return this.#pages[this.#turnTo(token)]?.diver;
  }

  tearOut(token) {
    const index = this.#turnTo(token);
    if (index !== -1) this.#pages.splice(index, 1);
  }
}

module.exports = Logbook;
