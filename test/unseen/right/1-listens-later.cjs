const express = require('express');

const connectDb = () => new Promise((resolve) => setTimeout(resolve, 120));

(async () => {
  const app = express();
  app.use(express.json());
  await connectDb();
  app.post('/login', (req, res) => {
    res.json({ refreshToken: 'refresh123', accessToken: 'access123' });
  });
  app.listen(3000, () => console.log('connected + listening'));
})();
