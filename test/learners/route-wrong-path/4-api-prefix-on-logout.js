const express = require('express');
const app = express();
app.use(express.json());
let refreshTokens = [];

app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
    const { refreshToken } = req.body;
    if (!refreshTokens.includes(refreshToken)) {
        res.status(403).json({ error: 'Forbidden' });
    } else {
        res.status(200).json({ accessToken: 'newAccess123' });
    }
});

app.post('/api/logout', (req, res) => { // here
    const { refreshToken } = req.body;
    refreshTokens = refreshTokens.filter(t => t !== refreshToken);
    res.status(204).send();
});

app.listen(3000);
