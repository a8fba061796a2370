import express from 'express';
import auth from './routes/auth.js';

const app = express();
app.use(auth);
app.listen(process.env.PORT ?? 8080);
