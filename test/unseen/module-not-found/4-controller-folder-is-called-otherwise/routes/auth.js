const router = require('express').Router();
const ctrl = require('./controllers/authController'); // here

router.post('/login', ctrl.login);
router.post('/token', ctrl.token);
router.post('/logout', ctrl.logout);

module.exports = router;
