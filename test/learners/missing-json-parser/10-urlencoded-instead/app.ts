import express from 'express';
import { AuthController } from './src/auth.controller';
import { InMemorySessionRepository } from './src/session.repository';
import { TokenService } from './src/token.service';
import { config } from './src/config';

const controller = new AuthController(new TokenService(config), new InMemorySessionRepository(), config);

const app = express();
app.use(express.urlencoded({ extended: true })); // here
app.post('/login', controller.login);
app.post('/token', controller.refresh);
app.post('/logout', controller.logout);
app.get('/me', controller.me);

app.listen(config.port, () => console.info(`[auth] listening on ${config.port}`));
