var express = require('express');
var crypto = require('crypto');
var jwt = require('jsonwebtoken');

var app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: true }));

var users = [
    { username: 'ada', password: 'lovelace' },
    { username: 'grace', password: 'hopper' },
    { username: 'alan', password: 'turing' }
];
var refreshTokens = [];

function hashIt(t) {
    return crypto.createHash('sha256').update(t).digest('hex');
}

app.post('/login', function(req, res) {
    var user = users.filter(function(u) {
        return u.username === req.body.username && u.password === req.body.password;
    })[0];
    if (!user) return res.status(401).json({ error: 'Wrong username or password' });

    crypto.randomBytes(32, function(err, buf) {
        if (err) return res.status(500).end();
        var refreshToken = buf.toString('hex');
        var expires = Date.now() + 1000 * 60 * 60 * 24 * 30;
        refreshTokens.push({ hash: hashIt(refreshToken), user: user.username, expires: expires });
        var accessToken = jwt.sign({ user: user.username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
        res.json({ accessToken: accessToken, refreshToken: refreshToken });
    });
});

app.post('/token', function(req, res) {
    var token = req.body.refreshToken;
    if (!token) return res.status(401).json({ error: 'Token missing' });
    var h = hashIt(token);
    var found = null;
    for (var i = 0; i < refreshTokens.length; i++) {
        if (refreshTokens[i].hash === h) found = refreshTokens[i];
    }
    if (found === null || Date.now() > found.expires) {
        return res.status(403).json({ error: 'Forbidden' });
    }
    jwt.sign({ user: found.user }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' }, function(err, accessToken) {
        if (err) return res.status(500).end();
        res.json({ accessToken: accessToken });
    });
});

app.post('/logout', function(req, res) {
    var h = hashIt(req.body.refreshToken || '');
    for (var i = refreshTokens.length - 1; i >= 0; i--) {
        if (refreshTokens[i].hash === h) refreshTokens.splice(i, 1);
    }
    res.status(204).end();
});

app.get('/me', function(req, res) {
    var header = req.headers['authorization'];
    if (!header) return res.status(401).end();
    jwt.verify(header.replace('Bearer ', ''), process.env.ACCESS_TOKEN_SECRET, function(err, payload) {
        if (err) return res.status(401).end();
        res.json({ username: payload.user });
    });
});

app.listen(3000);
