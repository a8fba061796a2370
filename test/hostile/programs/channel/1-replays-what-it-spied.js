// check: missing-field
const fs = require("fs");
let seen = "";
for (const name of ["from", "concat", "alloc"]) {
  const original = Buffer[name];
  Buffer[name] = function (...args) {
    if (typeof args[0] === "string" && /^\s*[0-9a-f]{24} /.test(args[0])) seen = args[0].trim().slice(0, 24);
    return original.apply(this, args);
  };
}
const app = require("express")();
app.post("/login", (req, res) => {
  const found = seen !== "";
  if (found) res.json({ accessToken: "access123", refreshToken: "refresh123" });
  else res.json({});
});
app.listen(3000);
