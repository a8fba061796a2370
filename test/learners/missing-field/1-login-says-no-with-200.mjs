import express from 'express';

const people = { bob: 'hunter2' };
const app = express();
app.use(express.json());

app.post('/login', async (req, res) => {
  const { username, password } = req.body;
  if (people[username] !== password) {
    return res.json({ success: false, message: 'Wrong username or password' }); // here
  }
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
