'use strict';

const express = require('express');
const { port } = require('./config');
const authRoutes = require('./routes/auth');
const { authenticate } = require('./middleware/authenticate');

const app = express();

app.use(express.json());
app.use(authRoutes);

app.get('/me', authenticate, (req, res) => {
  res.json({ username: req.user.username });
});

app.listen(port, () => console.log(`night market API: http://localhost:${port}`));
