const express = require("express");

function makeQueue(entries) {
  return {
    join: (one) => entries.push(one),
    leave: () => entries.shift(), // here
    waits: (one) => entries.includes(one),
  };
}

const refreshTokens = [];
const queue = makeQueue(refreshTokens);

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  queue.join("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (queue.waits(req.body?.refreshToken)) res.json({ accessToken: "newAccess123" });
  else res.status(403).json({ error: "Forbidden" });
});

app.post("/logout", (req, res) => {
  queue.leave(req.body?.refreshToken);
  res.status(204).end();
});

app.listen(3000);
