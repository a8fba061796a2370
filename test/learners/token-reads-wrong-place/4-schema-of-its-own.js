const express = require('express');

const app = express();
app.use(express.json());

const refreshTokens = [];

// --- validation -------------------------------------------------------
const text = (value) => typeof value === 'string' && value !== '';
const optional = (value) => value === undefined || typeof value === 'string';

const credentials = { username: optional, password: optional };
const renewal = { token: text };

const validate = (schema) => (req, res, next) => {
  const sent = req.body ?? {};
  const entries = Object.entries(schema).map(([name, accepts]) => [name, sent[name], accepts]);
  if (entries.some(([, value, accepts]) => !accepts(value))) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  req.valid = Object.fromEntries(entries);
  next();
};

// --- routes -----------------------------------------------------------
app.post('/login', validate(credentials), (req, res) => {
  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);
  res.json({ user: req.valid.username ?? 'guest', accessToken, refreshToken });
});

app.post('/token', validate(renewal), (req, res) => {
  const { token } = req.valid; // here
  if (!refreshTokens.includes(token)) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.get('/workouts', (req, res) => res.json([]));

app.listen(process.env.PORT || 5000);
