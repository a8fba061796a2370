// check: out-of-memory | handler-throws | handler-hangs | infinite-loop
const app = require("express")();
const again = async (n) => {
  await null;
  return again(n + 1);
};
app.post("/login", async (req, res) => res.json(await again(0)));
app.listen(3000);
