import express from 'express';
import auth from './auth.mjs';

const app = express();
app.use(express.json());
app.use(auth);
app.listen(3000);
