const tokens = require("../lib/tokens");

module.exports = (app) =>
  app.post("/token", (req, res) => {
    if (!tokens.has(req.body?.refreshToken)) {
      return res.status(403).json({ error: "Forbidden" });
    }
    res.json({ accessToken: "newAccess123" });
  });
