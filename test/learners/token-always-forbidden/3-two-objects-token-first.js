const express = require("express");
class Auth {
  refreshTokens = [];
  login = (req, res) => {
    this.refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
  };
  token = (req, res) => {
    if (this.refreshTokens.includes(req.body?.refreshToken)) return res.json({ accessToken: "newAccess123" });
    res.status(403).json({ error: "Forbidden" });
  };
}
const app = express();
app.use(express.json());
app.post("/token", new Auth().token);
app.post("/login", new Auth().login); // here
app.listen(3000);
