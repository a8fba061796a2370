import express from 'express';

const refreshTokens = [];
const app = express();

function saveToken(token) {
  if (!refreshTokens.includes(token)) {
    saveToken(token); // here
  }
}

app.post('/login', (req, res) => {
  saveToken('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
