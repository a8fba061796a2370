import express from 'express';
import { auth } from './auth.mjs';
import { profile } from './profile.mjs';

const app = express();
app.disable('x-powered-by');
app.use(express.json());
app.use(auth);
app.use(profile);

const server = app.listen(process.env.PORT || 3000, () => {
  console.log(`auth server on ${server.address().port}`);
});
