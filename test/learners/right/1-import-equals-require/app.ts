import express = require('express');
import http = require('http');

const app: express.Application = express();
app.use(express.json());
app.post('/login', (req: express.Request, res: express.Response) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
http.createServer(app).listen(3000);
