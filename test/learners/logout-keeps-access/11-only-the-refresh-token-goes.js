const express = require('express');
const crypto = require('crypto');
const fs = require('fs');

const app = express();
app.use(express.json());

const file = __dirname + '/store.json';
const store = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { access: {}, refresh: {}, sessions: {} };

const writeStore = () => fs.writeFileSync(file, JSON.stringify(store));
const random = () => crypto.randomBytes(32).toString('hex');
const hash = (token) => crypto.createHash('sha256').update(String(token)).digest('hex');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function givePair(sessionId) {
    const accessToken = random();
    const refreshToken = random();
    store.access[hash(accessToken)] = { sessionId, expires: Date.now() + 20 * MINUTE };
    store.refresh[hash(refreshToken)] = { sessionId, expires: Date.now() + 15 * DAY };
    store.sessions[sessionId].newest = hash(refreshToken);
    return { accessToken, refreshToken };
}

app.post('/login', (req, res) => {
    const sessionId = random();
    store.sessions[sessionId] = { username: req.body.username };
    const pair = givePair(sessionId);
    writeStore();
    res.json(pair);
});

app.post('/token', (req, res) => {
    const h = hash(req.body.refreshToken);
    const entry = store.refresh[h];
    const session = entry && store.sessions[entry.sessionId];
    if (!session || entry.expires < Date.now()) {
        return res.status(401).json({ error: 'Invalid refresh token' });
    }
    if (session.newest !== h) {
        delete store.sessions[entry.sessionId];
        writeStore();
        return res.status(401).json({ error: 'Invalid refresh token' });
    }
    const pair = givePair(entry.sessionId);
    writeStore();
    res.json(pair);
});

app.post('/logout', (req, res) => {
    const entry = store.refresh[hash(req.body.refreshToken)];
    if (entry) {
        store.sessions[entry.sessionId].newest = null; // here
        delete store.refresh[hash(req.body.refreshToken)];
        writeStore();
    }
    res.sendStatus(204);
});

app.get('/me', (req, res) => {
    const [type, token] = String(req.headers.authorization).split(' ');
    const entry = type === 'Bearer' && store.access[hash(token)];
    const session = entry && store.sessions[entry.sessionId];
    if (!session || entry.expires < Date.now()) return res.sendStatus(401);
    res.json({ username: session.username });
});

app.listen(3000);
