import express from "express";

const app = express();
app.use(express.json());

const refreshTokens: Array<string> = [];

const without = (list: string[], token: string): string[] => {
  const at = list.indexOf(token);
  return at < 0 ? list : [...list.slice(0, at), ...list.slice(at + 1)];
};

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const token: string = req.body?.refreshToken ?? "";
  if (!refreshTokens.includes(token)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
});

// a swimmer can be logged in on several devices, so the token may be there more than once
app.post("/logout", (req, res) => {
  const token: string = req.body?.refreshToken ?? "";
  while (refreshTokens.includes(token)) { // here
    without(refreshTokens, token);
  }
  res.status(204).end();
});

app.listen(3000);
