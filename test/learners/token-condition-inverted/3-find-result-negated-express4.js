const express = require('express');
const bodyLogger = (req, res, next) => { console.log(req.body); next(); };

const app = express();
app.use(express.json());
app.use(bodyLogger);

const refreshTokens = [];

app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({
        accessToken: 'access123',
        refreshToken: 'refresh123',
    });
});

app.post('/token', (req, res) => {
    const found = refreshTokens.find((t) => t === req.body.refreshToken);
    return !found // here
        ? res.json({ accessToken: 'newAccess123' })
        : res.status(403).json({ error: 'Forbidden' });
});

app.listen(5000);
