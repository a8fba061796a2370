import express from 'express';
import { authRouter } from './routes/auth.mjs';
import { logger } from './middleware/logger.mjs';

const app = express();
app.use(logger);
app.use(express.json());
app.use('/', authRouter);
app.listen(process.env.PORT ?? 3000);
