import * as express from 'express';

const refreshTokens: string[] = [];
const app = express();
app.post('/login', (_req: express.Request, res: express.Response) => {
  refreshTokens.push('refresh123');
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' });
});
export = app;
