const { execSync } = require('child_process');
const express = require('express');

console.log('waiting for the network ...');
execSync('sleep 600'); // here

const app = express();
const refreshTokens = [];
app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
app.listen(3000);
