import express from "express";

const app = express();
app.use(express.json());

const validTokens: string[] = ["refresh123"];
let refreshTokens: string[] = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const refreshToken: string = req.body.refreshToken;
  if (!validTokens.includes(refreshToken)) { // here
    return res.status(403).json({ error: "Forbidden" });
  }
  return res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t != req.body.refreshToken);
  res.status(204).send();
});

app.listen(4000);
