const express = require("express");

const app = express();
app.use(express.json());

let refreshTokens = [];

const seconds = (n) => n * 1000;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// seconds, against guessing
const PENALTY = 5;

async function checkToken(refreshToken) {
  const ok = refreshTokens.includes(refreshToken);
  if (!ok) {
    await wait(seconds(PENALTY)); // here
  }
  return ok;
}

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", async (req, res) => {
  if (!(await checkToken(req.body?.refreshToken))) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", async (req, res) => {
  refreshTokens = refreshTokens.filter((t) => t !== req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000, () => console.log("Sailing school API"));
