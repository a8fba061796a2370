import express from 'express';

const refreshTokens = [];
const router = express.Router();

router.post('/login', (req, res) => {
  if (!refreshTokens.includes('refresh123')) refreshTokens.push('refresh123');
  res.json({ accessToken: 'access123', refreshToken: 'refresh123' });
});

const known = async (req, res, next) => {
  const token = req.body?.refreshToken;
  if (!refreshTokens.includes(token)) throw Object.assign(new Error('not in the list'), { kind: 'forbidden' });
  next();
};

router.post('/token', known, (req, res) => res.json({ accessToken: 'newAccess123' }));

router.post('/logout', (req, res) => {
  const index = refreshTokens.indexOf(req.body?.refreshToken);
  if (index !== -1) refreshTokens.splice(index, 1);
  res.status(204).send();
});

const app = express();
app.use(express.json());
app.use(router);
app.use((err, req, res, next) => {
  if (err.kind !== 'forbidden') return next(err);
  setTimeout(() => res.status(403).json({ error: 'Forbidden' }), 5);
});
app.listen(5000);
