const express = require('express');
const app = express();

app.post('/', (req, res) => {
  res.sendStatus(403);
});

module.exports = app;
