var express = require('express');
var app = express();
app.use(express.json());

var refreshTokens = [];

// indeks tokena w tablicy
function findToken(token) {
    var index = -1;
    for (var i = 0; i < refreshTokens.length; i++) {
        if (refreshTokens[i] === token) {
            index = i;
        }
    }
    return index;
}

app.post('/login', function (req, res) {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
    if (findToken(req.body.refreshToken) == -1) {
        res.status(403).json({ error: 'Forbidden' });
    } else {
        res.json({ accessToken: 'newAccess123' });
    }
});

app.post('/logout', function (req, res) {
    refreshTokens.splice(findToken(req.body.refreshToken), 1); // here
    res.status(204).send();
});

app.listen(3000);
