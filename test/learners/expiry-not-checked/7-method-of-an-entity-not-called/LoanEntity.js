const DAY = 86_400_000;

// One loan of the reading room = one login.
class LoanEntity {
  constructor(token, reader, issued = Date.now()) {
    this.token = token;
    this.reader = reader;
    this.issued = issued;
    this.due = issued + 21 * DAY;
  }

  isActive() {
    return Date.now() < this.due;
  }

  belongsTo(reader) {
    return this.reader === reader;
  }
}

module.exports = { LoanEntity };
