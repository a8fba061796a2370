'use strict';

const express = require('express');
const deskRoutes = require('./routes/desk');

const app = express();
app.use(express.json());

app.get('/', (req, res) => {
  res.type('text').send('Village library, front desk');
});

app.use(deskRoutes);

// last stop for everything that went wrong
app.use((err, req, res, next) => {
  console.error('desk:', err.message);
  res.status(err.status || 500).json({ problem: err.message });
});

app.listen(process.env.PORT || 3000, () => console.log('front desk is open'));
