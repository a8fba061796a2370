import express from "express";

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body;
  const known = refreshTokens.some((t) => t === refreshToken);
  if (!known) {
    return res.status(403).json({ error: "Forbidden" });
  }
  return res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  let { refreshToken } = req.body;
  refreshTokens.forEach((t) => {
    if (t === refreshToken) {
      t = null; // here
    }
  });
  refreshToken = null;
  return res.sendStatus(204);
});

app.listen(5050);
