import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync, existsSync, renameSync } from 'node:fs';

const file = new URL('./sessions.json', import.meta.url).pathname;
const fortnight = 14 * 24 * 60 * 60 * 1000;
let sessions = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

const save = () => {
  writeFileSync(`${file}.tmp`, JSON.stringify(sessions));
  renameSync(`${file}.tmp`, file);
};
const hash = (token) => createHash('sha256').update(token).digest('base64url');

function next(session) {
  const token = randomBytes(32).toString('base64url');
  session.hashes.push(hash(token));
  session.ends = Date.now() + fortnight;
  save();
  return { username: session.username, token };
}

export function open(username) {
  const session = { username, hashes: [], ends: 0 };
  sessions.push(session);
  return next(session);
}

export function renew(token) {
  const session = sessions.find(({ hashes }) => hashes.includes(hash(token)));
  if (!session || session.ends <= Date.now()) return null;
  if (session.hashes.at(-1) === hash(token)) return next(session);
  sessions = sessions.filter((one) => one !== session);
  save();
  return null;
}

export function close(token) {
  const session = sessions.find(({ hashes }) => hashes.includes(hash(token)));
  sessions = sessions.filter((one) => one !== session);
  save();
}
