import express from 'express';
import { login } from './login'; // here

const app = express();
app.use(express.json());
app.post('/login', login);
app.listen(3000);
