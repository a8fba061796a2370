const jwt = require('jsonwebtoken');
const { randomUUID } = require('crypto');

const SECRET = process.env.JWT_SECRET;

class TokenService {
  constructor() {
    this.tokens = [];
  }

  generateAccess(username) {
    return jwt.sign({ username }, SECRET, { expiresIn: '15m' });
  }

  generateRefresh(username) {
    return jwt.sign({ username, id: randomUUID() }, SECRET, { expiresIn: '14d' });
  }

  verify(token) {
    try {
      return jwt.verify(token, SECRET, { algorithms: ['HS256'] });
    } catch (e) {
      return null;
    }
  }

  save(token) {
    this.tokens.push(token);
  }

  checkRefresh(token) {
    if (!this.tokens.includes(token)) return null;
    return this.verify(token);
  }

  remove(token) {
    const i = this.tokens.indexOf(token);
    if (i !== -1) this.tokens.splice(i, 1);
  }
}

module.exports = new TokenService();
