// check: passed | response-not-json
const app = require("express")();
app.post("/login", (req, res) => {
  res.set("content-encoding", "gzip").json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
