const express = require('express');
const auth = require('./authController');

const app = express();
app.use(express.json());

app.post('/login', auth.login);
app.post('/token', auth.refresh);
app.post('/logout', auth.logout);

const PORT = 3000;
app.listen(PORT, () => console.log(`listening on ${PORT}`));
