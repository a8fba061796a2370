// check: response-not-json | handler-hangs
const app = require("express")();
app.post("/login", (req, res) => {
  res.type("json").write("[");
  const more = () => res.write("0,".repeat(30000)) ? setImmediate(more) : res.once("drain", more);
  more();
});
app.listen(3000);
