import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import express from 'express';

const start = () => {
  const refreshTokens = [];
  const app = express();
  app.use(express.json());
  app.post('/login', (req, res) => {
    refreshTokens.push('refresh123');
    res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
  });
  app.listen(3000, () => console.log(`Worker ${process.pid} started`));
};

if (cluster.isPrimary) {
  console.log(`Primary ${process.pid} is running`);
  for (let i = 0; i < Math.min(2, availableParallelism()); i++) cluster.fork();
} else {
  start();
}
