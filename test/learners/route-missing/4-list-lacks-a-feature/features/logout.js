const tokens = require("../lib/tokens");

module.exports = (app) =>
  app.post("/logout", (req, res) => {
    tokens.drop(req.body?.refreshToken);
    res.status(204).end();
  });
