import { createHash, randomBytes } from 'node:crypto';

export const hashOf = (token) => createHash('sha256').update(String(token)).digest('hex');

export class Session {
  #retired = new Set();

  constructor({ username, current = null, expiresAt }) {
    this.username = username;
    this.current = current;
    this.expiresAt = expiresAt;
  }

  get expired() {
    return this.expiresAt <= Date.now();
  }

  rotate() {
    const token = randomBytes(32).toString('base64url');
    if (this.current) this.#retired.add(this.current);
    this.current = hashOf(token);
    return token;
  }

  owns(hash) {
    return this.current === hash || this.#retired.has(hash);
  }

  toJSON() {
    const { username, current, expiresAt } = this;
    return { username, current, expiresAt }; // here
  }

  static fromJSON(json) {
    return new Session(json);
  }
}
