const express = require('express');
const config = require('./config');
const authRoutes = require('./routes/auth.routes');
const profileRoutes = require('./routes/profile.routes');
const errorHandler = require('./middleware/errorHandler');

const app = express();

app.use(express.json());

app.use('/', authRoutes);
app.use('/', profileRoutes);

app.use(errorHandler);

app.listen(config.port, () => {
  console.log(`trail api is running on port ${config.port}`);
});

module.exports = app;
