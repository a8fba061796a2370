const { createHash, randomBytes } = require('node:crypto');

const hash = (token) => createHash('sha256').update(String(token)).digest('hex');
const DAY = 24 * 60 * 60 * 1000;

/**
 * One shift for each login. A shift has the hash of the token that is good now,
 * and the hashes of those that were.
 */
class Ledger {
  constructor(days) {
    this.days = days;
    this.shifts = [];
  }

  open(mason) {
    const shift = { mason, worn: [], ends: Date.now() + this.days * DAY };
    this.shifts.push(shift);
    return this.stamp(shift);
  }

  stamp(shift) {
    const token = randomBytes(32).toString('base64url');
    if (shift.hash) shift.worn.push(shift.hash);
    shift.hash = hash(token);
    return token;
  }

  shiftOf(token) {
    const wanted = hash(token);
    return this.shifts.find((shift) => shift.hash === wanted && shift.ends > Date.now());
  }

  // the shift that the token was once good for
  shiftThatWore(token) {
    const wanted = hash(token);
    return this.shifts.at(this.shifts.findIndex((shift) => shift.worn.includes(wanted))); // here
  }

  close(shift) {
    this.shifts = this.shifts.filter((other) => other !== shift);
  }
}

module.exports = { Ledger };
