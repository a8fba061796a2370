const express = require('express');
const { login, token } = require('./controllers/auth');
const requireToken = require('./middleware/requireToken');
const logger = require('./middleware/logger');

const app = express();

app.use(logger);
app.use(express.json());

app.post('/login', login);
app.post('/token', requireToken, token);

app.use((req, res) => res.status(404).json({ error: 'Not Found' }));

app.listen(3000, () => console.log('Server läuft'));
