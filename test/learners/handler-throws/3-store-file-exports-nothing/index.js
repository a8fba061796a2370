const express = require("express");
const store = require("./store");

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  store.add("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (!store.has(req.body?.refreshToken)) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
