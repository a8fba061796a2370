const fs = require('fs');
const path = require('path');
const { createHash, randomBytes } = require('crypto');

const FILE = path.join(__dirname, 'store.json');
const LIFETIME = 7 * 24 * 60 * 60 * 1000;
const hash = (t) => createHash('sha256').update(String(t)).digest('hex');

let sessions = [];
if (fs.existsSync(FILE)) sessions = JSON.parse(fs.readFileSync(FILE, 'utf8'));

function commit(next) {
  sessions = next;
  fs.writeFileSync(`${FILE}.tmp`, JSON.stringify(sessions));
  fs.renameSync(`${FILE}.tmp`, FILE);
}

exports.begin = (username) => {
  const refreshToken = randomBytes(32).toString('hex');
  const expiresAt = Date.now() + LIFETIME;
  commit([...sessions, { username, expiresAt, seen: [hash(refreshToken)] }]);
  return { username, refreshToken, expiresAt };
};

exports.next = (token) => {
  const h = hash(token);
  const session = sessions.find((s) => s.seen.includes(h));
  if (!session) return null;
  const others = sessions.filter((s) => s !== session);
  if (session.seen[session.seen.length - 1] !== h || session.expiresAt < Date.now()) {
    commit(others);
    return null;
  }
  const refreshToken = randomBytes(32).toString('hex');
  commit([...others, { ...session, seen: [...session.seen, hash(refreshToken)] }]);
  return { username: session.username, refreshToken, expiresAt: session.expiresAt };
};

exports.finish = (token) => commit(sessions.filter((s) => !s.seen.includes(hash(token))));
