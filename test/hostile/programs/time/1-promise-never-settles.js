// check: handler-hangs
const app = require("express")();
app.post("/login", async (req, res) => {
  await new Promise(() => {});
  res.json({});
});
app.listen(3000);
