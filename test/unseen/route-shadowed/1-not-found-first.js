const express = require('express');
const app = express();

app.use(express.json());

// 404
app.use((req, res) => { // here
  res.status(404).json({ error: 'Not found' });
});

app.post('/login', (req, res) => {
  res.status(200).json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
