const express = require("express");

class TokenStore {
  static instance;
  refreshTokens = [];

  static getInstance() {
    return (this.instance ??= new TokenStore());
  }
}

const store = () => TokenStore.getInstance();
const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  store().refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (store().refreshTokens.includes(req.body?.refreshToken)) res.json({ accessToken: "newAccess123" });
  else res.status(403).json({ error: "Forbidden" });
});

app.post("/logout", (req, res) => {
  const s = store();
  s.refreshTokens = s.refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000);
