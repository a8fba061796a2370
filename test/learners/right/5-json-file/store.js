const fs = require('fs');
const path = require('path');
const { randomBytes } = require('crypto');

const FILE = path.join(__dirname, 'sessions.json');

function read() {
  if (!fs.existsSync(FILE)) return [];
  return JSON.parse(fs.readFileSync(FILE, 'utf8'));
}

function write(list) {
  fs.writeFileSync(FILE, JSON.stringify(list, null, 2));
}

module.exports = {
  add(username) {
    const token = randomBytes(32).toString('hex');
    write([...read(), { token, username }]);
    return token;
  },
  has(token) {
    return read().some((s) => s.token === token);
  },
  remove(token) {
    write(read().filter((s) => s.token !== token));
  },
};
