const express = require('express');
const { login, token, logout } = require('./handlers');

const app = express();
app.use(express.json());
app.post('/login', login);
app.post('/token', token);
app.post('/logout', logout);

module.exports = app;
