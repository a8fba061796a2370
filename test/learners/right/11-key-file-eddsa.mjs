import express from 'express';
import { generateKeyPairSync, createPrivateKey, createPublicKey, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT, jwtVerify } from 'jose';

const dir = join(process.cwd(), '.auth');
mkdirSync(dir, { recursive: true });
const keyFile = join(dir, 'key.pem');
const dbFile = join(dir, 'sessions.json');

// the signing key is made once and found again at the next start
if (!existsSync(keyFile)) {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
}
const privateKey = createPrivateKey(readFileSync(keyFile));
const publicKey = createPublicKey(privateKey);

let sessions = existsSync(dbFile) ? JSON.parse(readFileSync(dbFile, 'utf8')) : [];
const commit = () => writeFileSync(dbFile, JSON.stringify(sessions), { mode: 0o600 });

const sha = (t) => createHash('sha256').update(t ?? '').digest('hex');
const lifetime = 28 * 24 * 60 * 60_000;

const sign = (username) =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(username)
    .setExpirationTime('1h')
    .sign(privateKey);

const app = express().use(express.json());

app.post('/login', async ({ body }, res) => {
  const refreshToken = randomBytes(24).toString('base64url');
  sessions.push({ username: body.username, hashes: [sha(refreshToken)], expires: Date.now() + lifetime });
  commit();
  res.json({ accessToken: await sign(body.username), refreshToken });
});

app.post('/token', async ({ body }, res) => {
  const presented = sha(body.refreshToken);
  const session = sessions.find(({ hashes }) => hashes.includes(presented));
  if (!session || session.expires < Date.now()) return res.sendStatus(403);
  if (session.hashes.at(-1) !== presented) {
    sessions.splice(sessions.indexOf(session), 1);
    commit();
    return res.sendStatus(403);
  }
  const refreshToken = randomBytes(24).toString('base64url');
  session.hashes.push(sha(refreshToken));
  commit();
  res.json({ accessToken: await sign(session.username), refreshToken });
});

app.post('/logout', ({ body }, res) => {
  const index = sessions.findIndex(({ hashes }) => hashes.at(-1) === sha(body.refreshToken));
  if (index !== -1) {
    sessions.splice(index, 1);
    commit();
  }
  res.sendStatus(204);
});

app.get('/me', async (req, res) => {
  try {
    const token = req.headers.authorization.replace(/^Bearer /, '');
    const { payload } = await jwtVerify(token, publicKey);
    res.json({ username: payload.sub });
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
