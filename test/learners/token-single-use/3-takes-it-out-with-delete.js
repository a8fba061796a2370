var express = require('express');
var app = express();
app.use(express.json());

var refreshTokens = [];

app.post('/login', function (req, res) {
    var refreshToken = 'refresh123';
    refreshTokens.push(refreshToken);
    res.json({ accessToken: 'access123', refreshToken: refreshToken });
});

app.post('/token', function (req, res) {
    var refreshToken = req.body.refreshToken;
    var ok = false;
    for (var i = 0; i < refreshTokens.length; i++) {
        if (refreshTokens[i] === refreshToken) {
            ok = true;
            delete refreshTokens[i]; // here
        }
    }
    if (ok) {
        res.json({ accessToken: 'newAccess123' });
    } else {
        res.status(403).json({ error: 'Forbidden' });
    }
});

app.listen(3000);
