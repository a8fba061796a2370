import net from 'node:net';
import { once } from 'node:events';
import express from 'express';

// eine kleine "Datenbank", damit man nichts installieren muss
const db = net.createServer((socket) => {
  socket.on('data', () => {});
});
db.listen(0, '127.0.0.1');
await once(db, 'listening');

const client = net.connect(db.address().port, '127.0.0.1');
client.write('PING\n');
await once(client, 'data'); // here

const refreshTokens = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) return res.status(403).json({ error: 'Forbidden' });
  res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
