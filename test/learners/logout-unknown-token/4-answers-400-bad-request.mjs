import express from "express";

const app = express();
app.use(express.json());

let refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const token = req.body?.refreshToken;
  if (refreshTokens.includes(token)) {
    res.json({ accessToken: "newAccess123" });
  } else {
    res.status(403).json({ error: "Forbidden" });
  }
});

app.post("/logout", (req, res) => {
  const token = req.body?.refreshToken;
  const before = refreshTokens.length;
  refreshTokens = refreshTokens.filter((t) => t !== token);
  if (before === refreshTokens.length) {
    res.status(400).json({ message: "Bad request" }); // here
  } else {
    res.status(204).send();
  }
});

app.listen(3000);
