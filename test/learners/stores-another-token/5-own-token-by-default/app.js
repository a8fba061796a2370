const express = require("express");
const auth = require("./services/auth");

const app = express();
app.use(express.json());

app.post("/login", async (req, res) => {
  const { username } = req.body || {};
  if (!username) return res.status(400).json({ error: "Missing username" });
  res.json(await auth.createSession(username));
});

app.post("/token", async (req, res) => {
  const accessToken = await auth.refresh(req.body?.refreshToken);
  if (!accessToken) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken });
});

app.post("/logout", async (req, res) => {
  await auth.endSession(req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000, () => console.log("wine cellar API"));
