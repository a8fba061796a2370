// check: passed
const app = require("express")();
app.post("/login", (req, res) => {
  res.writeHead(200, { "content-type": "application/json", trailer: "x" });
  res.write("{\"accessToken\":\"access123\",\"refreshToken\":\"refresh123\"}");
  res.addTrailers({ x: "y".repeat(1000) });
  res.end();
});
app.listen(3000);
