import express from 'express';
import { createAuthRoutes } from './http/auth.routes';
import { MemoryTokenGate } from './core/token.gate';
import { RenewService } from './core/renew.service';

const gate = new MemoryTokenGate();
const renewals = new RenewService(gate);

export const app = express();
app.use(express.json());
app.use('/', createAuthRoutes(gate, renewals));

app.listen(process.env.PORT ?? 7007);
