import express from "express";

const app = express();
app.use(express.json());

const refreshTokens: string[] = [];

app.post("/login", (_req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const token: string | undefined = req.body?.refreshToken;
  if (!refreshTokens.includes(token ?? "")) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.json({ accessToken: "newAccess123" });
  (globalThis as any).audit.write(token); // here
});

app.listen(3000);
