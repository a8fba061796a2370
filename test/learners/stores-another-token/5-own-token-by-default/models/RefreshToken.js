const { randomUUID } = require("crypto");

const rows = [];

class RefreshToken {
  constructor({ username, token = randomUUID() }) { // here
    this.username = username;
    this.token = token;
    this.createdAt = new Date();
  }

  static async create(fields) {
    const row = new RefreshToken(fields);
    rows.push(row);
    return row;
  }

  static async findOne({ token }) {
    return rows.find((row) => row.token === token);
  }

  static async deleteOne({ token }) {
    const index = rows.findIndex((row) => row.token === token);
    if (index >= 0) rows.splice(index, 1);
  }
}

module.exports = RefreshToken;
