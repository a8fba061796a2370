// Ferry booking: sign in, stay signed in, sign off.
import express from 'express';
import { webcrypto } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A random string of `length` characters out of LETTERS. */
function boardingCode(length = 43) {
  const bytes = webcrypto.getRandomValues(new Uint8Array(length));
  return bytes.map((byte) => LETTERS[byte % LETTERS.length]).join(''); // here
}

const passengers = new Set();

const ferry = express();
ferry.use(express.json());

ferry.post('/login', ({ body }, res) => {
  console.log(`${body.username} comes aboard`);
  const refreshToken = boardingCode();
  passengers.add(refreshToken);
  res.json({ accessToken: boardingCode(20), refreshToken });
});

ferry.post('/token', ({ body }, res) => {
  const known = passengers.has(body?.refreshToken);
  if (known) {
    res.json({ accessToken: boardingCode(20) });
  } else {
    res.status(403).json({ error: 'Forbidden' });
  }
});

ferry.post('/logout', ({ body }, res) => {
  passengers.delete(body?.refreshToken);
  res.sendStatus(204);
});

ferry.listen(4100);
