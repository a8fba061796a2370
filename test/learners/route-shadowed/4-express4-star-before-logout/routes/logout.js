const { Router } = require('express');
const store = require('../store');
const router = Router();

router.post('/logout', (req, res) => {
  store.remove(req.body.refreshToken);
  res.status(204).end();
});

module.exports = router;
