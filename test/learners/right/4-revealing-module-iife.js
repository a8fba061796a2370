var express = require('express');
var app = express();

var auth = (function () {
    var refreshTokens = [];

    function login(req, res) {
        refreshTokens.push('refresh123');
        res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
    }

    function token(req, res) {
        var rt = req.body && req.body.refreshToken;
        if (refreshTokens.indexOf(rt) === -1) {
            res.status(403).json({ error: 'Forbidden' });
        } else {
            res.json({ accessToken: 'newAccess123' });
        }
    }

    function logout(req, res) {
        var rt = req.body && req.body.refreshToken;
        var i = refreshTokens.indexOf(rt);
        if (i !== -1) refreshTokens.splice(i, 1);
        res.status(204).end();
    }

    return { login: login, token: token, logout: logout };
})();

app.use(express.json());
app.post('/login', auth.login);
app.post('/token', auth.token);
app.post('/logout', auth.logout);

app.listen(8000);
