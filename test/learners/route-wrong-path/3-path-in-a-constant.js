const express = require("express");
const app = express();
app.use(express.json());
const refreshTokens = [];
const PATHS = {
  login: "/login",
  renew: "/tokens", // here
};
app.post(PATHS.login, (req, res) => {
    refreshTokens.push("refresh123");
    res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.post(PATHS.renew, (req, res) => {
    if (!refreshTokens.includes(req.body.refreshToken)) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
});
app.listen(3000);
