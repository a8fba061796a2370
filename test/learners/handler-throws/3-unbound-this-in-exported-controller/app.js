const express = require('express');
const AuthController = require('./AuthController');

const app = express();
const auth = new AuthController();
app.use(express.json());
app.post('/login', (req, res) => auth.login(req, res));
app.post('/token', auth.token);
app.listen(3000);
