const express = require('express');
const bodyParser = express.json();
const { createHash, randomBytes } = require('crypto');
const jwt = require('jsonwebtoken');

const app = express();

const tokenHashes = [];
const tokenUsers = [];
const tokenExpiry = [];

function hash(token) {
    return createHash('sha256').update('' + token).digest('hex');
}

function add(username) {
    const token = randomBytes(32).toString('hex');
    tokenHashes.push(hash(token));
    tokenUsers.push(username);
    tokenExpiry.push(Date.now() + 7 * 24 * 3600 * 1000);
    return token;
}

function removeAt(i) {
    tokenHashes.splice(i, 1);
    tokenUsers.splice(i, 1);
    tokenExpiry.splice(i, 1);
}

app.post('/login', bodyParser, (req, res) => {
    const refreshToken = add(req.body.username);
    const accessToken = jwt.sign({ username: req.body.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
    res.status(200).json({ accessToken, refreshToken });
});

app.post('/token', bodyParser, (req, res) => {
    const i = tokenHashes.indexOf(hash(req.body.refreshToken));
    const username = tokenUsers[i];
    const expired = tokenExpiry[i] < Date.now();
    removeAt(i); // here
    if (i === -1) return res.status(403).json({ error: 'Forbidden' });
    if (expired) return res.status(403).json({ error: 'Expired' });

    const refreshToken = add(username);
    const accessToken = jwt.sign({ username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
    res.status(200).json({ accessToken, refreshToken });
});

app.post('/logout', bodyParser, (req, res) => {
    const i = tokenHashes.indexOf(hash(req.body.refreshToken));
    if (i > -1) removeAt(i);
    res.sendStatus(204);
});

app.get('/me', (req, res) => {
    const header = req.headers.authorization;
    if (!header) return res.sendStatus(401);
    try {
        const user = jwt.verify(header.split(' ')[1], process.env.ACCESS_TOKEN_SECRET);
        res.json({ username: user.username });
    } catch (e) {
        res.sendStatus(401);
    }
});

app.listen(3000);
