import express from 'express';
import authRouter from './auth.mjs';

const app = express();
app.use(express.json());
app.get('/', (req, res) => res.send('hello'));
app.listen(3000, () => console.log(typeof authRouter));
