import express from 'express';

const refreshTokens = [];
const app = express();

app.use(router); // here

const router = express.Router();
router.post('/login', (req, res) => {
  refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

app.listen(3000);
