class LoanRepository {
  constructor() {
    this.loans = new Map();
  }
  save(loan) {
    this.loans.set(loan.token, loan);
    return loan;
  }
  findByToken(token) {
    return this.loans.get(token);
  }
  remove(loan) {
    this.loans.delete(loan.token);
  }
}

module.exports = { LoanRepository };
