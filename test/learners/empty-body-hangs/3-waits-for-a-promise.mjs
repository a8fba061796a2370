import express from "express";

const app = express();
app.use(express.json());

const refreshTokens = [];
const never = () => new Promise(() => {});

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", async (req, res) => { // here
  const token = req.body?.refreshToken ?? (await never());
  if (!refreshTokens.includes(token)) return res.status(403).json({ error: "Forbidden" });
  return res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
