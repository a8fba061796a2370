import express from 'express';
import { audit } from './audit.ts';

const app = express();
app.use(express.json());
app.use(audit);

app.post('/login', (_req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
