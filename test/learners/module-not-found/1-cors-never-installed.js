const express = require('express');
const cors = require('cors'); // here

const app = express();
app.use(cors());
app.use(express.json());

app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

const PORT = 5000;
app.listen(PORT, () => console.log('Server started on ' + PORT));
