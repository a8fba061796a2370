import * as express from 'express'; // here
import http from 'node:http';

const app = express();
app.use(express.json());
app.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});
http.createServer(app).listen(3000);
