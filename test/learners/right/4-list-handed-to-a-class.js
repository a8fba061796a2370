const express = require("express");

// Knows what was given out, and forgets it on demand.
class Register {
  constructor(entries) {
    this.list = entries;
  }

  note(entry) {
    this.list.push(entry);
  }

  knows(entry) {
    return this.list.includes(entry);
  }

  forget(entry) {
    const at = this.list.indexOf(entry);
    if (at !== -1) this.list.splice(at, 1);
  }
}

const refreshTokens = [];
const register = new Register(refreshTokens);

const app = express();
app.use(express.json());

app.post("/login", (req, res) => {
  register.note("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.post("/token", (req, res) => {
  if (!register.knows(req.body?.refreshToken)) return res.status(403).json({ error: "Forbidden" });
  return res.json({ accessToken: "newAccess123" });
});

app.post("/logout", (req, res) => {
  register.forget(req.body?.refreshToken);
  res.sendStatus(204);
});

app.listen(3000);
