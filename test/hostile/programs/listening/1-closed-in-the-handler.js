// check: broken-answer | exits-early | crash-in-handler | passed
const app = require("express")();
app.post("/login", (req, res) => {
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
  server.close();
  server.closeAllConnections();
});
const server = app.listen(3000);
