const { randomUUID, randomBytes } = require('node:crypto');
const jwt = require('jsonwebtoken');
const { LoanEntity } = require('./LoanEntity');

class Refused extends Error {
  constructor() {
    super('Forbidden');
    this.status = 403;
  }
}

class LoanService {
  constructor(repository, secret) {
    this.repository = repository;
    this.secret = secret;
  }

  open(reader) {
    const loan = this.repository.save(new LoanEntity(randomBytes(32).toString('hex'), reader));
    return { accessToken: this.card(reader), refreshToken: loan.token };
  }

  renew(token) {
    const loan = this.repository.findByToken(token);
    if (!loan) throw new Refused();
    if (!loan.isActive) { // here
      this.repository.remove(loan);
      throw new Refused();
    }
    return { accessToken: this.card(loan.reader) };
  }

  close(token) {
    const loan = this.repository.findByToken(token);
    if (loan) this.repository.remove(loan);
  }

  card(reader) {
    return jwt.sign({ name: reader }, this.secret, { expiresIn: '30m', jwtid: randomUUID() });
  }

  readerOf(card) {
    try {
      return jwt.verify(card, this.secret).name;
    } catch {
      throw Object.assign(new Refused(), { status: 401 });
    }
  }
}

module.exports = { LoanService };
