import express from 'express';

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

// find a free slot for the token
let slot = 0;
for (let i = 0; i < 10; slot++) { // here
  if (refreshTokens[slot] === undefined) continue;
}

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
