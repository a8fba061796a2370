const express = require('express');

const features = {
  signIn: true,
  renewal: true,
  signOut: true,
};

const refreshTokens = [];
const app = express();
app.use(express.json());

const when = (flag, register) => {
  if (flag) register();
};

app.get('/animals', (req, res) => {
  res.json({ lions: 3, penguins: 22, features });
});

when(features.signIn, () => {
  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });
});

when(features.renewal, () => {
  app.post('/token', (req, res) => {
    const { refreshToken } = req.body || {};
    if (!refreshTokens.includes(refreshToken)) {
      return res.status(403).json({ error: 'Forbidden' });
    }
    res.json({ accessToken: 'newAccess123' });
  });
});

when(features.signout, () => { // here
  app.post('/logout', (req, res) => {
    const { refreshToken } = req.body || {};
    const i = refreshTokens.indexOf(refreshToken);
    if (i > -1) refreshTokens.splice(i, 1);
    res.sendStatus(204);
  });
});

app.listen(process.env.PORT || 3000, () => console.log('feeding at two'));
