// check: response-not-json | missing-field
const app = require("express")();
app.post("/login", (req, res) => {
  res.set("content-type", "application/json; charset=utf-16le").end(Buffer.from("{\"accessToken\":\"access123\",\"refreshToken\":\"refresh123\"}", "utf16le"));
});
app.listen(3000);
