const express = require('express');
const app = express();
app.use(express.json());

// Liste aller gültigen Refresh-Tokens
const refreshTokens = [];

app.post('/login', (req, res) => {
  const { username, password } = req.body || {};
  // TODO Passwort prüfen
  console.log('Anmeldung von', username);

  const accessToken = 'access123';
  const refreshToken = 'refresh123';
  refreshTokens.push(refreshToken);

  res.json({ accessToken, refreshToken });
});

app.listen(3000);
