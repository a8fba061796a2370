import express from 'express';

interface Session {
  token: string;
  user: { name: string };
}

const refreshTokens: string[] = [];
const sessions: Session[] = [];
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  sessions.push({ token: 'refresh123', user: { name: String(req.body?.username) } });
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.post('/token', (req, res) => {
  const session = sessions.find(({ token }) => token === req.body?.refreshToken);
  if (!session) {
    res.status(401).json({ error: 'Forbidden' }); // here
  }
  console.log('renewed for', session!.user.name);
  if (refreshTokens.includes(session!.token)) res.json({ accessToken: 'newAccess123' });
});

app.listen(3000);
