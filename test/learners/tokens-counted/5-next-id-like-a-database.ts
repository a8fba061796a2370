import express from 'express';

interface RefreshToken {
  id: number;
  username: string;
  revoked: boolean;
}

const table: RefreshToken[] = [];

const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const row: RefreshToken = { id: 1001 + table.length, username: req.body.username, revoked: false }; // here
  table.push(row);
  res.json({ accessToken: 'access123', refreshToken: `rt_${row.id.toString().padStart(32, '0')}` });
});

const lookup = (token: unknown) =>
  table.find((row) => `rt_${row.id.toString().padStart(32, '0')}` === token && !row.revoked);

app.post('/token', (req, res) => {
  if (!lookup(req.body.refreshToken)) {
    res.status(403).json({ error: 'Forbidden' });
    return;
  }
  res.json({ accessToken: 'newAccess123' });
});

app.post('/logout', (req, res) => {
  const row = lookup(req.body.refreshToken);
  if (row) row.revoked = true;
  res.sendStatus(204);
});

app.listen(3000);
