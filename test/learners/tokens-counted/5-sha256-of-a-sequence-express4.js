const express = require("express");
const crypto = require("crypto");

function* sequence() {
  let n = 0;
  while (true) {
    yield crypto.createHash("sha256").update("session-" + n++).digest("hex"); // here
  }
}
const next = sequence();

const app = express();
app.use(express.json());
app.locals.tokens = new Set();

app.post("/login", (req, res) => {
  const token = next.next().value;
  app.locals.tokens.add(token);
  res.json({ accessToken: "access123", refreshToken: token });
});

app.post("/token", (req, res) => {
  if (!app.locals.tokens.has(req.body.refreshToken)) {
    return res.status(403).json({ error: "Forbidden" });
  }
  res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  app.locals.tokens.delete(req.body.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
