// check: wrong-error-body
const app = require("express")();
app.use(require("express").json());
const refreshTokens = [];
const evil = "\x1b]0;owned\x07\x1b[2J\x1b[H\x9b2J\x9d0;owned\x9c\x90q\x9c\x07\b\r\x7f\u202egnp.\u2066\x1bc\x1b[?1049h";
console.log(evil);
console.error(evil);
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.set("x-evil", "caf\u00e9").json({ accessToken: "access123", refreshToken: "refresh123", evil });
});
app.post("/token", (req, res) => res.status(403).json({ error: evil }));
app.listen(3000);
