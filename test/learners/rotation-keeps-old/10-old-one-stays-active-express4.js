var express = require('express');
var crypto = require('crypto');
var jwt = require('jsonwebtoken');

var app = express();
app.use(express.json());

var ACTIVE = 'active';
var ROTATED = 'rotated';
var REVOKED = 'revoked';

var tokens = [];

function hash(token) {
    return crypto.createHash('sha256').update(token).digest('hex');
}

function findByToken(token) {
    if (typeof token !== 'string') return null;
    var h = hash(token);
    for (var i = 0; i < tokens.length; i++) {
        if (tokens[i].hash === h) return tokens[i];
    }
    return null;
}

function revokeSession(sessionId) {
    tokens.forEach(function(t) {
        if (t.sessionId === sessionId) t.status = REVOKED;
    });
}

function createRefreshToken(username, sessionId) {
    var token = crypto.randomBytes(32).toString('hex');
    tokens.push({
        hash: hash(token),
        username: username,
        sessionId: sessionId,
        status: ACTIVE,
        expiresAt: Date.now() + 14 * 24 * 60 * 60 * 1000
    });
    return token;
}

function createAccessToken(username) {
    return jwt.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
}

app.post('/login', function(req, res) {
    var username = req.body.username;
    var sessionId = crypto.randomBytes(16).toString('hex');
    res.json({
        accessToken: createAccessToken(username),
        refreshToken: createRefreshToken(username, sessionId)
    });
});

app.post('/token', function(req, res) {
    var record = findByToken(req.body.refreshToken);
    if (!record) return res.status(403).json({ error: 'Forbidden' });

    switch (record.status) {
        case ROTATED:
            revokeSession(record.sessionId);
            return res.status(403).json({ error: 'Forbidden' });
        case REVOKED:
            return res.status(403).json({ error: 'Forbidden' });
    }
    if (record.expiresAt <= Date.now()) return res.status(403).json({ error: 'Forbidden' });

    record.status == ROTATED; // here
    res.json({
        accessToken: createAccessToken(record.username),
        refreshToken: createRefreshToken(record.username, record.sessionId)
    });
});

app.post('/logout', function(req, res) {
    var record = findByToken(req.body.refreshToken);
    if (record) revokeSession(record.sessionId);
    res.sendStatus(204);
});

app.get('/me', function(req, res) {
    var header = req.headers.authorization || '';
    if (header.slice(0, 7) !== 'Bearer ') return res.sendStatus(401);
    jwt.verify(header.slice(7), process.env.ACCESS_TOKEN_SECRET, function(err, payload) {
        if (err) return res.sendStatus(401);
        res.json({ username: payload.username });
    });
});

app.listen(3000, function() {
    console.log('Listening on port 3000');
});
