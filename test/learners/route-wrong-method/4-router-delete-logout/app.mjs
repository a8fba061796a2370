import express from 'express';
import auth from './auth.mjs';

const app = express();
app.use(express.json());
app.use('/', auth);
app.use((req, res) => res.status(404).json({ message: 'Not found' }));

export { app };
