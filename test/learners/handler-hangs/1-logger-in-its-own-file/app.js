const express = require('express');
const logger = require('./middleware/logger');

const app = express();
app.use(express.json());
app.use(logger);

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000, () => console.log('Server running'));
