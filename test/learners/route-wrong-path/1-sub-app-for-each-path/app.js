const express = require('express');
const login = require('./auth/login');
const token = require('./auth/token');

const app = express();
app.use('/auth/login', (req, res, next) => next());
app.use('/auth/login', login); // here
app.use('/auth/token', token);
app.listen(4000);
