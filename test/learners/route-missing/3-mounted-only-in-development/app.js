const express = require('express');
const { login } = require('./auth');
const tokenRouter = require('./token');

const app = express();
app.use(express.json());
app.post('/login', login);

if (process.env.NODE_ENV === 'development') { // here
  app.use(tokenRouter);
}

app.listen(5000, () => console.log('http://localhost:5000'));
