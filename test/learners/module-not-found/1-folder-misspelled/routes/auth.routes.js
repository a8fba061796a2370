'use strict';

const { Router } = require('express');
const authController = require('../controller/auth.controller'); // here

const router = Router();
router.post('/login', authController.login);

module.exports = router;
