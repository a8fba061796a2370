const express = require('express');
const authRoutes = require('./routes/auth');

const app = express();

app.use('/', authRoutes);
app.use(express.json()); // here

app.use((req, res) => {
  res.status(404).json({ message: 'not found' });
});

app.listen(80, () => console.log('up'));
