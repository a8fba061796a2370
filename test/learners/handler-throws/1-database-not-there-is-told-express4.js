const express = require('express');
const net = require('net');

const app = express();

function connect() {
  return new Promise((resolve, reject) => {
    const socket = net.connect(1, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

app.post('/login', async (req, res) => {
  try {
    const db = await connect();
    db.write('SELECT 1');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  } catch (error) {
    res.status(500).send({ errors: [{ code: 'E-018', message: error.message }] }); // here
  }
});

app.listen(4000);
