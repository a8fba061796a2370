import express from 'express';
import jwt from 'jsonwebtoken';
import { createHash, randomBytes, randomUUID } from 'crypto';
import { readFile, writeFile, rename } from 'fs/promises';

const FILE = 'sessions.json';
const SECRET = process.env.ACCESS_TOKEN_SECRET;
const REFRESH_DAYS = 7;

let sessions;
try {
    sessions = JSON.parse(await readFile(FILE, 'utf8'));
} catch {
    sessions = [];
}

let pending = Promise.resolve();
const save = () =>
    (pending = pending
        .catch(() => {})
        .then(async () => {
            await writeFile(FILE + '.tmp', JSON.stringify(sessions));
            await rename(FILE + '.tmp', FILE);
        }));

const sha256 = (s) => createHash('sha256').update(String(s)).digest('base64');
const expiry = () => Date.now() + REFRESH_DAYS * 86400 * 1000;

setInterval(
    () => {
        const before = sessions.length;
        sessions = sessions.filter((s) => s.expires > Date.now());
        if (sessions.length !== before) save();
    },
    60 * 60 * 1000,
).unref();

const app = express();
app.use(express.json());

const tokensFor = (session) => {
    const refreshToken = randomBytes(32).toString('base64url');
    session.hash = sha256(refreshToken);
    session.expires = expiry();
    return {
        accessToken: jwt.sign({ username: session.username }, SECRET, { expiresIn: '15m' }),
        refreshToken,
    };
};

app.post('/login', async (req, res) => {
    const session = { id: randomUUID(), username: req.body.username, used: [] };
    const tokens = tokensFor(session);
    sessions.push(session);
    save(); // here
    res.json(tokens);
});

app.post('/token', async (req, res) => {
    const hash = sha256(req.body.refreshToken);

    const victim = sessions.find((s) => s.used.includes(hash));
    if (victim) {
        console.warn('reuse detected for', victim.username);
        sessions = sessions.filter((s) => s !== victim);
        save();
        return res.status(403).json({ error: 'Forbidden' });
    }

    const session = sessions.find((s) => s.hash === hash && s.expires > Date.now());
    if (!session) return res.status(403).json({ error: 'Forbidden' });

    session.used.push(hash);
    const tokens = tokensFor(session);
    save();
    res.json(tokens);
});

app.post('/logout', async (req, res) => {
    const hash = sha256(req.body.refreshToken);
    sessions = sessions.filter((s) => s.hash !== hash);
    save();
    res.status(204).end();
});

app.get('/me', (req, res) => {
    const token = req.headers.authorization?.slice('Bearer '.length);
    try {
        const { username } = jwt.verify(token, SECRET);
        res.json({ username });
    } catch {
        res.status(401).json({ error: 'Unauthorized' });
    }
});

app.listen(3000);
