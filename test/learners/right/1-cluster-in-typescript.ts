import cluster from 'cluster';
import express, { type Request, type Response } from 'express';

if (!cluster.isWorker) {
  const worker = cluster.fork();
  worker.on('online', () => console.log('online'));
} else {
  const app = express();
  app.post('/login', (_req: Request, res: Response) => {
    res.json({ accessToken: 'access123', refreshToken: 'refresh123', worker: cluster.worker?.id });
  });
  app.listen(3000);
}
