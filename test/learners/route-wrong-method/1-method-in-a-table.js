const express = require('express');
const app = express();

const routes = [
  { method: 'get', path: '/', handler: (req, res) => res.send('auth server') },
  { method: 'get', path: '/login', handler: login }, // here
];

function login(req, res) {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
}

for (const { method, path, handler } of routes) {
  app[method](path, handler);
}

app.listen(3000);
