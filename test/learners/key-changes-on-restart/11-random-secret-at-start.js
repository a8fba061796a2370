const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const app = express();
app.use(express.json());

const FILE = path.join(__dirname, 'sessions.json');
const SECRET = crypto.randomBytes(64).toString('hex'); // here
const WEEK = 7 * 24 * 60 * 60 * 1000;

// read what we had before the restart
let sessions = [];
if (fs.existsSync(FILE)) {
    sessions = JSON.parse(fs.readFileSync(FILE, 'utf8'));
}

function save() {
    fs.writeFileSync(FILE, JSON.stringify(sessions, null, 2));
}

function sha256(text) {
    return crypto.createHash('sha256').update(String(text)).digest('hex');
}

function newAccessToken(username) {
    return jwt.sign({ username }, SECRET, { expiresIn: '15m' });
}

app.post('/login', (req, res) => {
    const { username } = req.body;
    const refreshToken = crypto.randomBytes(32).toString('hex');
    sessions.push({ username, hashes: [sha256(refreshToken)], expires: Date.now() + WEEK });
    save();
    res.json({ accessToken: newAccessToken(username), refreshToken });
});

app.post('/token', (req, res) => {
    const h = sha256(req.body.refreshToken);
    const session = sessions.find((s) => s.hashes.includes(h));
    if (!session) return res.status(403).json({ error: 'Forbidden' });

    const isLatest = session.hashes[session.hashes.length - 1] === h;
    if (!isLatest || session.expires < Date.now()) {
        // an old one came back, or it is over: the whole session goes
        sessions = sessions.filter((s) => s !== session);
        save();
        return res.status(403).json({ error: 'Forbidden' });
    }

    const refreshToken = crypto.randomBytes(32).toString('hex');
    session.hashes.push(sha256(refreshToken));
    session.expires = Date.now() + WEEK;
    save();
    res.json({ accessToken: newAccessToken(session.username), refreshToken });
});

app.post('/logout', (req, res) => {
    const h = sha256(req.body.refreshToken);
    sessions = sessions.filter((s) => s.hashes[s.hashes.length - 1] !== h);
    save();
    res.sendStatus(204);
});

app.get('/me', (req, res) => {
    const header = req.headers.authorization || '';
    const token = header.startsWith('Bearer ') ? header.slice(7) : null;
    if (!token) return res.sendStatus(401);
    try {
        const payload = jwt.verify(token, SECRET);
        res.json({ username: payload.username });
    } catch (e) {
        res.sendStatus(401);
    }
});

app.listen(3000, () => console.log('listening on 3000'));
