import express from 'express';
import { login } from '@/lib/login';
import { refreshTokens } from '@store';

const app = express();
app.use(express.json());
app.post('/login', login);
app.get('/count', (_req, res) => void res.json(refreshTokens.length));
app.listen(3000);
