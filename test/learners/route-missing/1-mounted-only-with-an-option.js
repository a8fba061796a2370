const express = require('express');
const app = express();
const router = express.Router();

router.post('/login', (req, res) => {
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

if (process.argv.includes('--api')) { // here
  app.use(router);
}

app.listen(3000);
