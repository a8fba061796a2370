const express = require('express');
const authRouter = require('./auth');

const app = express();
app.use(express.json());

app.get('/', (req, res) => res.send('ok'));

app.listen(3000, () => console.log('http://localhost:3000'));
