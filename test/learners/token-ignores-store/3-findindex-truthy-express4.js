const express = require('express');
const router = express.Router();
const app = express();
const refreshTokens = [];

router.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
    const index = refreshTokens.findIndex(token => token === req.body.refreshToken);
    if (index !== undefined) { // here
        return res.json({ accessToken: 'newAccess123' });
    }
    return res.status(403).json({ error: 'Forbidden' });
});

app.use(express.json());
app.use(router);

app.listen(3001);
