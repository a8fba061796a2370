const express = require("express");
const app = express();
app.use(express.json());
let refreshTokens = [];

let last = Promise.resolve();

// one at a time
async function inTurn(job) {
  const previous = last;
  let open;
  last = new Promise((resolve) => {
    open = resolve;
  });
  await previous;
  try {
    return job();
  } catch (error) {
    open(); // here
    throw error;
  }
}

app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", async (req, res) => {
  const isKnown = await inTurn(() => refreshTokens.includes(req.body?.refreshToken));
  if (!isKnown) return res.status(403).json({ error: "Forbidden" });
  res.json({ accessToken: "newAccess123" });
});

app.listen(3000);
