const { Router } = require('express');
const store = require('../store');
const router = Router();

router.post('/login', (req, res) => {
  store.save('refresh123');
  res.send({ accessToken: 'access123', refreshToken: 'refresh123' });
});

router.post('/token', (req, res) => {
  if (!store.exists(req.body.refreshToken)) {
    return res.status(403).send({ error: 'Forbidden' });
  }
  res.send({ accessToken: 'newAccess123' });
});

module.exports = router;
