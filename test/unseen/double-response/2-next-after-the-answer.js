const express = require('express');
const app = express();
app.use(express.json());

const refreshTokens = [];

app.post('/login', (req, res, next) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  next(); // here
});

// not found
app.use((req, res) => {
  res.status(404).json({ error: 'Not found' });
});

// errors
app.use((err, req, res, next) => {
  console.error(err.message);
  if (res.headersSent) return;
  res.status(500).json({ error: 'Server error' });
});

app.listen(3000);
