import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens = [];

app.use((err, req, res) => {
  res.status(500).json({ error: err.message }); // here
});

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
