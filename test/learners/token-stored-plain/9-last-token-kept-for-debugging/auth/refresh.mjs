import { createHash, randomBytes } from 'node:crypto';

export const debug = { lastIssued: [] };
const LIFETIME = 28 * 24 * 60 * 60 * 1000;
const sessions = new Map(); // session id -> { username, hash, end }

const sha = (text) => createHash('sha256').update(text).digest('hex');

function findByToken(token) {
  if (typeof token !== 'string') return undefined;
  const hash = sha(token);
  for (const [id, session] of sessions) {
    if (session.end < Date.now()) sessions.delete(id);
    else if (session.hash === hash) return { id, session };
  }
  return undefined;
}

export function start(username) {
  const token = randomBytes(32).toString('base64url');
  sessions.set(randomBytes(8).toString('hex'), { username, hash: sha(token), end: Date.now() + LIFETIME });
  return token;
}

export function rotate(token) {
  const found = findByToken(token);
  if (!found) return undefined;
  const fresh = randomBytes(32).toString('base64url');
  debug.lastIssued.push(fresh); // here
  found.session.hash = sha(fresh);
  found.session.end = Date.now() + LIFETIME;
  return { username: found.session.username, token: fresh };
}

export function end(token) {
  const found = findByToken(token);
  if (found) sessions.delete(found.id);
}
