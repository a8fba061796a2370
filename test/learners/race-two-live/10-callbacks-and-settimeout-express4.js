var express = require('express');
var crypto = require('crypto');
var jwt = require('jsonwebtoken');

var app = express();
app.use(express.json());

// fake db with callbacks
var db = {
    rows: {},
    get: function(key, cb) {
        setTimeout(function() { cb(null, db.rows[key]); }, 5);
    },
    put: function(key, row, cb) {
        setTimeout(function() { db.rows[key] = row; cb(null); }, 5);
    },
    killFamily: function(family, cb) {
        setTimeout(function() {
            Object.keys(db.rows).forEach(function(key) {
                if (db.rows[key].family === family) delete db.rows[key];
            });
            cb(null);
        }, 5);
    }
};

function hash(token) {
    return crypto.createHash('sha256').update(String(token)).digest('hex');
}

function sendTokens(res, username, family) {
    var refreshToken = crypto.randomBytes(32).toString('hex');
    var row = { username: username, family: family, state: 'fresh', until: Date.now() + 7 * 24 * 60 * 60 * 1000 };
    db.put(hash(refreshToken), row, function() {
        var accessToken = jwt.sign({ username: username }, process.env.ACCESS_TOKEN_SECRET, { expiresIn: '15m' });
        res.json({ accessToken: accessToken, refreshToken: refreshToken });
    });
}

app.post('/login', function(req, res) {
    sendTokens(res, req.body.username, crypto.randomBytes(8).toString('hex'));
});

app.post('/token', function(req, res) {
    var key = hash(req.body.refreshToken);
    db.get(key, function(err, row) {
        if (!row || row.until < Date.now()) return res.status(403).json({ error: 'Forbidden' });
        if (row.state === 'used') {
            return db.killFamily(row.family, function() {
                res.status(403).json({ error: 'Forbidden' });
            });
        }
        var used = { username: row.username, family: row.family, state: 'used', until: row.until };
        db.put(key, used, function() { // here
            sendTokens(res, row.username, row.family);
        });
    });
});

app.post('/logout', function(req, res) {
    db.get(hash(req.body.refreshToken), function(err, row) {
        if (!row) return res.sendStatus(204);
        db.killFamily(row.family, function() {
            res.sendStatus(204);
        });
    });
});

app.get('/me', function(req, res) {
    var header = req.headers.authorization || '';
    jwt.verify(header.split(' ')[1], process.env.ACCESS_TOKEN_SECRET, function(err, payload) {
        if (err) return res.sendStatus(401);
        res.json({ username: payload.username });
    });
});

app.listen(3000);
