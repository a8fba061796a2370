import express from 'express';
import { authApp } from './auth';

const app = express();

app.use((req, _res, next) => {
  console.log(`${req.method} ${req.url}`);
  next();
});
app.use(authApp);

app.listen(3000);
