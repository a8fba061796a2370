const express = require('express');
const app = express();

app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res) => {
    const refreshToken = 'refresh123';
    refreshTokens.push(refreshToken);
    res.json({ accessToken: 'access123', refreshToken: refreshToken });
});

app.post('/token', (req, res) => {
    const refreshToken = req.body.refreshToken;
    if (refreshTokens.includes('refreshToken')) { // here
        return res.json({ accessToken: 'newAccess123' });
    }
    return res.status(403).json({ error: 'Forbidden' });
});

app.listen(3000);
