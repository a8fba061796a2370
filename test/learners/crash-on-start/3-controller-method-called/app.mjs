import express from 'express';
import * as auth from './auth.mjs';

const app = express();
app.use(express.json());
app.post('/login', auth.login);
app.post('/token', auth.token()); // here
app.listen(3000);
