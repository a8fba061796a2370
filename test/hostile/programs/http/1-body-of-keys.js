// check: missing-field
const app = require("express")();
app.post("/login", (req, res) => {
  res.json(JSON.parse("{\"__proto__\":{\"accessToken\":\"access123\",\"refreshToken\":\"refresh123\"},\"constructor\":1,\"hasOwnProperty\":2,\"toString\":3,\"length\":-1}"));
});
app.listen(3000);
