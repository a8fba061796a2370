const express = require('express');
const { createHash, randomUUID, randomBytes } = require('node:crypto');
const { readFileSync, writeFileSync, renameSync } = require('node:fs');
const { join } = require('node:path');
const jwt = require('jsonwebtoken');

const STORE = join(__dirname, 'data.json');
const LIFETIME_MS = 14 * 24 * 3600 * 1000;
const { ACCESS_TOKEN_SECRET } = process.env;

/** hash of the refresh token -> { family, username, expiresAt, used } */
const tokens = load();

function load() {
    return new Map(JSON.parse(readFileSync(STORE, 'utf8'))); // here
}

function persist() {
    const temp = `${STORE}.${process.pid}.tmp`;
    writeFileSync(temp, JSON.stringify([...tokens]));
    renameSync(temp, STORE); // either the old file or the new one, never half of one
}

const digest = (token) => createHash('sha256').update(token).digest('base64url');

function issue(username, family = randomUUID()) {
    const refreshToken = randomBytes(48).toString('base64url');
    tokens.set(digest(refreshToken), { family, username, expiresAt: Date.now() + LIFETIME_MS, used: false });
    const accessToken = jwt.sign({ sub: username }, ACCESS_TOKEN_SECRET, {
        expiresIn: '10m',
        algorithm: 'HS256',
    });
    return { accessToken, refreshToken };
}

function dropFamily(family) {
    for (const [key, record] of tokens) {
        if (record.family === family) tokens.delete(key);
    }
}

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
    const pair = issue(req.body?.username);
    persist();
    res.status(201).json(pair);
});

app.post('/token', (req, res) => {
    const { refreshToken } = req.body ?? {};
    if (typeof refreshToken !== 'string') return res.status(400).json({ error: 'refreshToken is missing' });

    const record = tokens.get(digest(refreshToken));
    if (!record) return res.status(401).json({ error: 'Unknown token' });

    if (record.used) {
        dropFamily(record.family);
        persist();
        return res.status(401).json({ error: 'Token reuse' });
    }
    if (Date.now() >= record.expiresAt) return res.status(401).json({ error: 'Expired' });

    record.used = true;
    const pair = issue(record.username, record.family);
    persist();
    res.json(pair);
});

app.post('/logout', (req, res) => {
    const { refreshToken } = req.body ?? {};
    const record = typeof refreshToken === 'string' ? tokens.get(digest(refreshToken)) : undefined;
    if (record) {
        dropFamily(record.family);
        persist();
    }
    res.status(204).end();
});

app.get('/me', (req, res) => {
    const [scheme, token] = (req.get('authorization') ?? '').split(' ');
    if (scheme !== 'Bearer' || !token) return res.status(401).set('WWW-Authenticate', 'Bearer').end();
    try {
        const { sub } = jwt.verify(token, ACCESS_TOKEN_SECRET, { algorithms: ['HS256'] });
        res.json({ username: sub });
    } catch {
        res.status(401).set('WWW-Authenticate', 'Bearer error="invalid_token"').end();
    }
});

app.listen(process.env.PORT ?? 3000);
