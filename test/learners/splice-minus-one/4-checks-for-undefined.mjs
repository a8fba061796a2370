import express from "express";

const app = express();
app.use(express.json());

export const refreshTokens = [];

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  const { refreshToken } = req.body ?? {};
  if (refreshTokens.includes(refreshToken)) {
    return res.json({ accessToken: "newAccess123" });
  }
  res.status(403).json({ error: "Forbidden" });
});

app.post("/logout", (req, res) => {
  const { refreshToken } = req.body ?? {};
  const pos = refreshTokens.indexOf(refreshToken);
  if (pos !== undefined && pos !== null) {
    refreshTokens.splice(pos, 1); // here
  }
  res.status(204).end();
});

export default app;
