import express from 'express';
import * as auth from './controllers/auth.controller.js';

const router = express.Router();

router.route('/login').post(auth.login);
router.route('/token').post(auth.refresh);
router.route('/logout').post(auth.logout);

export default router;
