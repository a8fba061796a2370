// check: channel-closed
const app = require("express")();
app.post("/login", (req, res) => {
  require("fs").closeSync(4);
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
