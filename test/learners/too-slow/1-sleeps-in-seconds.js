const express = require('express');
const app = express();

const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

// simulate the password hash, it is slow in real life
const checkPassword = async () => {
  await sleep(4); // here
  return true;
};

app.post('/login', async (req, res) => {
  const ok = await checkPassword();
  if (ok) res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
