var express = require('express');
var app = express();
app.use(express.json());

var refreshTokens = [];

app.post('/login', function (req, res) {
    refreshTokens.push('refresh123');
    res.setHeader('Content-Type', 'application/json');
    res.end("{ 'accessToken': 'access123', 'refreshToken': 'refresh123' }"); // here
});

app.post('/token', function (req, res) {
    if (refreshTokens.indexOf(req.body.refreshToken) === -1) {
        return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', function (req, res) {
    var i = refreshTokens.indexOf(req.body.refreshToken);
    if (i !== -1) refreshTokens.splice(i, 1);
    res.status(204).end();
});

app.listen(3000);
