const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    return res.send({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
    switch (req.body.refreshToken) {
        case 'refresh123': // here
            res.send({ accessToken: 'newAccess123' });
            break;
        default:
            res.status(403).send({ error: 'Forbidden' });
            break;
    }
});

app.listen(8000);
