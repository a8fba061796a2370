const tokens = require("../lib/tokens");

module.exports = (app) =>
  app.post("/login", (req, res) => {
    tokens.add("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  });
