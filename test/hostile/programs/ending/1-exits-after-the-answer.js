// check: crash-in-handler | exits-early
const app = require("express")();
app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
  res.on("finish", () => process.exit(0));
});
app.listen(3000);
