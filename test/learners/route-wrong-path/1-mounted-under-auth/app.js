const express = require('express');
const authRouter = require('./routes/auth.js');

const app = express();
app.use(express.json());
app.use('/auth', authRouter); // here

app.listen(3000);
