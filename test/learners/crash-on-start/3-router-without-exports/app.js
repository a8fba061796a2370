const express = require('express');
const authRoutes = require('./authRoutes');

const app = express();

app.use(express.json());
app.use('/', authRoutes);

app.listen(5000, () => console.log('Server up'));
