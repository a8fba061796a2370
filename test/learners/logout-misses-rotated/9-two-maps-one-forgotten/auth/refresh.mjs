import { createHash, randomBytes } from 'node:crypto';

const LIFETIME = 28 * 24 * 60 * 60 * 1000;
const sessions = new Map(); // session id -> { username, hash, end }
const idByHash = new Map(); // hash -> session id, so that logout is quick

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
  const id = randomBytes(8).toString('hex');
  sessions.set(id, { username, hash: sha(token), end: Date.now() + LIFETIME });
  idByHash.set(sha(token), id);
  return token;
}

export function rotate(token) {
  const found = findByToken(token);
  if (!found) return undefined;
  const fresh = randomBytes(32).toString('base64url');
  found.session.hash = sha(fresh); // here
  found.session.end = Date.now() + LIFETIME;
  return { username: found.session.username, token: fresh };
}

export function end(token) {
  if (typeof token !== 'string') return;
  sessions.delete(idByHash.get(sha(token)));
  idByHash.delete(sha(token));
}
