const express = require('express');
const tokenRoutes = require('./routes/token');
const authRoutes = require('./routes/auth');

const app = express();
app.use(express.json());
app.use(authRoutes);
app.use(tokenRoutes);

app.listen(3000);
