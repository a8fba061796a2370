const express = require('express');
const auth = require('./auth');

const app = express();
app.use(express.json());
app.use(auth);

app.listen(3000);
