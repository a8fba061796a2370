const express = require('express');
const { buildAuthRoutes } = require('./routes/auth.routes');
const { AuthService } = require('./services/auth.service');
const tokenRepository = require('./repositories/token.repository');

const app = express();
app.use(express.json());

const authService = new AuthService({ tokenRepository });
app.use(buildAuthRoutes(authService));

app.use((err, req, res, next) => {
  console.error(err);
  res.status(500).json({ error: 'Internal Server Error' });
});

const PORT = process.env.PORT || 3000;
app.listen(PORT, () => console.log(`📚 Library server running on port ${PORT}`));

module.exports = app;
