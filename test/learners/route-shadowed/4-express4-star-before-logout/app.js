const express = require('express');
const app = express();
const auth = require('./routes/auth');

app.use(express.json());
app.use(auth);
app.all('*', (req, res) => { // here
  res.status(404).send({ error: 'Not Found' });
});
app.use(require('./routes/logout'));

module.exports = app;
