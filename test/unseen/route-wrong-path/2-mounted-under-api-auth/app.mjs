import express from 'express';
import auth from './auth.routes.mjs';

const app = express();
app.use(express.json());
app.use('/api/auth', auth); // here

app.listen(process.env.PORT || 3000);
