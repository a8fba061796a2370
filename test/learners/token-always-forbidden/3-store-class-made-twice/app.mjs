import express from 'express';
import { login } from './login.mjs';
import { renew } from './token.mjs';

const app = express();
app.use(express.json());
app.post('/login', login);
app.post('/token', renew);
app.listen(3000);
