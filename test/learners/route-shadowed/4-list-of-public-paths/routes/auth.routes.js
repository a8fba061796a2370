const { Router } = require("express");
const router = Router();

let refreshTokens = [];

router.get("/health", (req, res) => res.json({ ok: true }));

router.post("/login", (req, res) => {
  const accessToken = "access123";
  const refreshToken = "refresh123";
  refreshTokens.push(refreshToken);
  res.json({ accessToken, refreshToken });
});

router.post("/token", (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (!refreshTokens.includes(refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

router.post("/logout", (req, res) => {
  const { refreshToken } = req.body ?? {};
  refreshTokens = refreshTokens.filter((token) => token !== refreshToken);
  res.sendStatus(204);
});

module.exports = router;
