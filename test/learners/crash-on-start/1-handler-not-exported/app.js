const express = require('express');
const authController = require('./authController');

const app = express();
app.use(express.json());

app.post('/login', authController.login); // here

app.listen(3000, () => console.log('Server listening on 3000'));
