// serveur d'authentification - étape 3
const express = require('express');
const app = express();
app.use(express.json());

let refreshTokens = [];

async function findToken(token) {
  return refreshTokens.find((t) => t === token);
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', function (req, res) {
  const { refreshToken } = req.body;
  const found = await findToken(refreshToken); // here
  if (!found) {
    return res.status(403).json({ error: 'Forbidden' });
  }
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000, () => console.log('http://localhost:3000'));
