// check: passed
const app = require("express")();
app.post("/login", (req, res) => {
  res.type("json").send("{\"accessToken\":\"access123\",\"refreshToken\":\"refresh123\",\"a\":" + "{\"a\":".repeat(9000) + "1" + "}".repeat(9001));
});
app.listen(3000);
