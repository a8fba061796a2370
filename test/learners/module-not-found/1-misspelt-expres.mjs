import express from 'expres'; // here

const server = express();

server.post('/login', async (_req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

server.listen(3000);
