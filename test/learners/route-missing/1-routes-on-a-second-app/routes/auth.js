const express = require('express');
const app = express(); // here
app.post('/login', (req, res) => res.json({ accessToken: 'access123', refreshToken: 'refresh123' }));
module.exports = app;
