import express from 'express';

const app = express();
const refreshTokens = [];

app.post('/login', (req, res) => {
  try {
    refreshTokens.push('refresh123');
    res.status(500).json({ // here
      accessToken: 'access123',
      refreshToken: 'refresh123',
    });
  } catch (error) {
    res.status(500).json({ error: error.message });
  }
});

app.listen(3000);
