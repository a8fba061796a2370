const express = require('express');
const jwt = require('jsonwebtoken');
const crypto = require('crypto');

const app = express();
app.use(express.json());

const sha256 = (str) => crypto.createHash('sha256').update(String(str)).digest('hex');

let sessions = [];
const usedTokens = [];

const accessTokenFor = (user) => jwt.sign({ username: user }, process.env.JWT_SECRET, { expiresIn: '10m' });

app.post('/login', (req, res) => {
    const refreshToken = crypto.randomBytes(32).toString('hex');
    sessions.push({
        id: crypto.randomUUID(),
        user: req.body.username,
        tokenHash: sha256(refreshToken),
        expires: Date.now() + 7 * 24 * 60 * 60 * 1000
    });
    res.json({ accessToken: accessTokenFor(req.body.username), refreshToken });
});

app.post('/token', (req, res) => {
    const { refreshToken } = req.body;

    // Step 1: was this token used before?
    const used = usedTokens.find(t => t.tokenHash === refreshToken); // here
    if (used) {
        sessions = sessions.filter(s => s.id !== used.sessionId);
        return res.status(403).json({ error: 'Forbidden' });
    }

    // Step 2: find the session
    const session = sessions.find(s => s.tokenHash === sha256(refreshToken));
    if (!session || session.expires <= Date.now()) {
        return res.status(403).json({ error: 'Forbidden' });
    }

    // Step 3: rotate
    usedTokens.push({ tokenHash: session.tokenHash, sessionId: session.id });
    const next = crypto.randomBytes(32).toString('hex');
    session.tokenHash = sha256(next);
    res.json({ accessToken: accessTokenFor(session.user), refreshToken: next });
});

app.get('/me', (req, res) => {
    const token = (req.headers.authorization || '').replace('Bearer ', '');
    try {
        const { username } = jwt.verify(token, process.env.JWT_SECRET);
        res.json({ username });
    } catch (err) {
        res.status(401).json({ error: 'Unauthorized' });
    }
});

app.post('/logout', (req, res) => {
    sessions = sessions.filter(s => s.tokenHash !== sha256(req.body.refreshToken));
    res.status(204).end();
});

app.listen(3000);
