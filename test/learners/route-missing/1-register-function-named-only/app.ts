import express, { type Express } from 'express';
import { registerRoutes } from './routes';

const createApp = (): Express => {
  const app = express();
  app.use(express.json());
  app.disable('x-powered-by');
  registerRoutes; // here
  return app;
};

const port = Number(process.env.PORT ?? 3000);
createApp().listen(port, () => {
  console.log(`⚡ server ready at http://localhost:${port}`);
});
