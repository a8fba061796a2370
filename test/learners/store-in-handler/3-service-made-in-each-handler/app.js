const express = require('express');
const { login, token } = require('./controllers/auth');

const app = express();
app.use(express.json());
app.post('/login', login);
app.post('/token', token);
app.listen(3000);
