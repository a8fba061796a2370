const { refreshTokens } = require("../tokens");

module.exports = (app) => {
  app.post("/token", (req, res) => {
    const known = refreshTokens.includes(req.body?.refreshToken);
    if (!known) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
  });
};
