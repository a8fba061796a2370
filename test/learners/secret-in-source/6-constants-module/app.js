const express = require('express');
const auth = require('./auth');

const app = express();
app.use(express.json());
app.post('/login', auth.login);
app.post('/token', auth.token);
app.post('/logout', auth.logout);
app.get('/me', auth.me);
app.listen(3000);
