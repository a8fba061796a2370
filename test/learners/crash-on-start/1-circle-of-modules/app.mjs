import express from 'express';
import './routes.mjs';

export const app = express();
app.use(express.json());
app.listen(3000);
