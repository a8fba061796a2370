import express from 'express';

const limit = ({ max = 100 } = {}) => {
  const hits = new Map();
  return (req, res, next) => {
    const n = (hits.get(req.ip) ?? 0) + 1;
    hits.set(req.ip, n);
    if (n > max) return res.status(429).json({ error: 'Too many requests' });
    next();
  };
};

const app = express();
const refreshTokens = [];
app.use(limit); // here
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
