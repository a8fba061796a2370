import express from 'express';

app.use(express.json()); // here

const app = express();
let refreshTokens = [];

app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
