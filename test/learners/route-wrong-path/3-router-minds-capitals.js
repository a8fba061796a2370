const express = require("express");
const app = express();
app.use(express.json());

const router = express.Router({ caseSensitive: true });

let refreshTokens = [];

router.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

router.post("/Token", (req, res) => { // here
  if (!refreshTokens.includes(req.body?.refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.use(router);
app.listen(3000);
