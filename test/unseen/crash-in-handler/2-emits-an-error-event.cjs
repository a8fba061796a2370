const express = require('express');
const { EventEmitter } = require('events');

const app = express();
const audit = new EventEmitter();
const refreshTokens = [];

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  process.nextTick(() => {
    audit.emit('error', new Error('nobody is listening')); // here
  });
  setTimeout(() => res.json({ accessToken: 'access123', refreshToken: 'refresh123' }), 5);
});

app.listen(3000);
