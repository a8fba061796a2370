const express = require('express');
const auth = require('./auth');

const app = express();
app.use(express.json());
auth(app);

require('./server')(app);
