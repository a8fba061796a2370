var express = require('express');

var app = express();
app.use(express.json());

var refreshTokens = [];

app.post('/login', function (req, res) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
    var ok = false;
    for (var i = 0; i < refreshTokens.length; i++) {
        if (refreshTokens[i] == req.body.refreshToken) ok = true;
    }
    if (!ok) return res.status(403).json({ error: 'Forbidden' });
    res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', function (req, res) {
    for (var i = 0; i < refreshTokens.length; i++) {
        if (refreshTokens[i] == req.body.refreshToken) {
            refreshTokens.splice(i); // here
        }
    }
    res.status(204).end();
});

app.listen(3000);
