import { Router } from 'express';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { signAccess } from './jwt.mjs';
import { findByHash, put, remove } from './store.mjs';
import { clear, read, write } from './cookie.mjs';

export const auth = Router();

const LIFETIME = 21 * 24 * 3600; // seconds
const sha256 = (s) => createHash('sha256').update(s).digest('hex');

function reply(res, id, username, hashes) {
  const token = randomBytes(32).toString('hex');
  put(id, { username, hashes: [...hashes, sha256(token)], end: Date.now() + LIFETIME * 1000 });
  write(res, token, LIFETIME);
  res.set('Cache-Control', 'no-store, max-age=0').json({ accessToken: signAccess(username) });
}

auth.post('/login', (req, res) => reply(res, randomUUID(), req.body?.username, []));

auth.post('/token', (req, res) => {
  const hash = sha256(read(req));
  const [id, session] = findByHash(hash);
  if (!session) return res.sendStatus(401);
  if (session.hashes.at(-1) !== hash) {
    remove(id);
    clear(res);
    return res.sendStatus(401);
  }
  if (session.end <= Date.now()) return res.sendStatus(401);
  reply(res, id, session.username, session.hashes);
});

auth.post('/logout', (req, res) => {
  const [id] = findByHash(sha256(read(req)));
  if (id) remove(id);
  clear(res);
  res.sendStatus(204);
});
