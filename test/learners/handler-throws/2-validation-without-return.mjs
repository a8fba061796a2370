import express from 'express';

const refreshTokens = [];
const router = express.Router();

router.post('/login', async (req, res, next) => {
  try {
    const { email } = req.body;
    if (!email) res.status(400).json({ error: 'email is required' }); // here
    const name = email.split('@')[0];
    refreshTokens.push('refresh123');
    res.json({ name, accessToken: 'access123', refreshToken: 'refresh123' });
  } catch (err) {
    next(err);
  }
});

const app = express();
app.use(express.json(), router);
app.listen(3000);
