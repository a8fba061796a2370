import express from 'express';

const app = express();
const erneuerungsTokens: string[] = []; // here

app.post('/login', (req, res) => {
  const paar = { accessToken: 'access123', refreshToken: 'refresh123' };
  erneuerungsTokens.push(paar.refreshToken);
  res.json(paar);
});

app.listen(3000, () => console.log('läuft'));
