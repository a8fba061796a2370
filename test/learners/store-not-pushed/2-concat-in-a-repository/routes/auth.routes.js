const { Router } = require('express');

/**
 * Builds the authentication router.
 * @param {import('../services/auth.service').AuthService} authService
 */
function buildAuthRoutes(authService) {
  const router = Router();

  router.post('/login', (req, res) => {
    const tokens = authService.login(req.body);
    res.status(200).json(tokens);
  });

  return router;
}

module.exports = { buildAuthRoutes };
