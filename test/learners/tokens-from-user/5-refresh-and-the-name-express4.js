const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

// every user their own token
const tokenFor = user => 'refresh-' + user + '-token'; // here

app.post('/login', function(req, res) {
    let user = req.body.username;
    let token = tokenFor(user);
    if (refreshTokens.indexOf(token) < 0) {
        refreshTokens.push(token);
    }
    res.json({ accessToken: 'access123', refreshToken: token });
});

app.post('/token', function(req, res) {
    if (refreshTokens.indexOf(req.body.refreshToken) < 0) {
        res.status(403).json({ error: 'Forbidden' });
        return;
    }
    res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', function(req, res) {
    refreshTokens = refreshTokens.filter(t => t != req.body.refreshToken);
    res.status(204).send();
});

app.listen(3000);
