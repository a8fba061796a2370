import express from 'express';
import { AuthController } from './auth.controller';

const app = express();
const auth = new AuthController();

app.use(express.json());
app.post('/login', (req, res) => auth.login(req, res));
app.post('/token', (req, res) => auth.token(req, res));

app.listen(3000);
