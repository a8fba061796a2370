const { Router } = require('express');
const ctrl = require('./controller');

const router = Router();

router.post('/login', ctrl.login);
router.post('/token', ctrl.token);
router.post('/logout', ctrl.logout);

module.exports = router;
