const express = require("express");
const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  try {
    const payload = jwt.verify(req.body.refreshToken, "secret");
    if (!refreshTokens.includes(payload.token)) return res.status(403).json({ error: "Forbidden" });
    res.json({ accessToken: "newAccess123" });
  } catch (error) {
    return res.status(403).json({ error: "Forbidden" }); // here
  }
});

app.listen(3000);
