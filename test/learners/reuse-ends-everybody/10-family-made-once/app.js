const express = require('express');
const controller = require('./controllers/sessionController');

const app = express();

app.use(express.json());

app
  .post('/login', controller.login)
  .post('/token', controller.token)
  .post('/logout', controller.logout)
  .get('/me', controller.me);

app.listen(process.env.PORT || 3000, () => console.log('Pottery class API'));
