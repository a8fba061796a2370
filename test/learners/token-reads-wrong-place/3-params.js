const express = require("express");
const app = express();
const router = express.Router();

let refreshTokens = [];

router.post("/login", (req, res) => {
  refreshTokens = [...refreshTokens, "refresh123"];
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

router.post("/token", (req, res) => {
  const token = req.params.refreshToken; // here
  if (refreshTokens.indexOf(token) > -1) {
    return res.json({ accessToken: "newAccess123" });
  }
  return res.status(403).json({ error: "Forbidden" });
});

app.use(express.json());
app.use("/", router);
app.listen(3000, () => console.log("Server is running"));
