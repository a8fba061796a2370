import express from 'express';
import { login, token } from './controllers/auth'; // here

const app = express();
app.use(express.json());

app.post('/login', login);
app.post('/token', token);

app.listen(8080, () => {
  console.log('up on 8080');
});
