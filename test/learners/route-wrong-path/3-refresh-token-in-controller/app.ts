import express from 'express';
import { login, refreshAccessToken } from './auth.controller';

const app = express();
app.use(express.json());

app.post('/login', login);
app.post('/refresh-token', refreshAccessToken); // here

app.listen(3000);
