const { refreshTokens } = require("../tokens");

module.exports = (app) => {
  app.post("/login", (req, res) => {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  });
};
