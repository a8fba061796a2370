const express = require('express');
const { login, token, logout } = require('./tokens.service');

const app = express();
app.use(express.json());

app.post('/login', login);
app.post('/token', token);
app.post('/logout', logout);

app.listen(process.env.PORT || 5000);
