'use strict';

const fs = require('node:fs');
const path = require('node:path');

const DATA = path.join(__dirname, 'data', 'sessions.json');

/** In-memory sessions with a JSON file behind them. */
class SessionRepository {
  constructor(file = DATA) {
    this.file = file;
    this.rows = [];
    this.savedRows = 0;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (fs.existsSync(file)) {
      this.rows = JSON.parse(fs.readFileSync(file, 'utf8'));
      this.savedRows = this.rows.length;
    }
  }

  // Skips the disk when nothing happened.
  flush() {
    if (this.rows.length === this.savedRows) return; // here
    fs.writeFileSync(this.file + '~', JSON.stringify(this.rows));
    fs.renameSync(this.file + '~', this.file);
    this.savedRows = this.rows.length;
  }

  add(row) {
    this.rows.push(row);
    this.flush();
  }

  byHash(hash) {
    return this.rows.find((row) => row.chain.includes(hash));
  }

  extend(row, hash) {
    row.chain.push(hash);
    this.flush();
  }

  drop(row) {
    this.rows = this.rows.filter((other) => other !== row);
    this.flush();
  }
}

module.exports = { SessionRepository };
