const express = require('express');
const Auth = require('/routes/auth'); // here

const app = express();
app.use(express.json());
app.post('/login', Auth.login);
app.post('/token', Auth.token);
app.listen(4000);
