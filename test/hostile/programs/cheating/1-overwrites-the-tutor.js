// check: missing-field
const app = require("express")();
for (const path of Object.keys(require.cache)) {
  if (!path.includes("node_modules") && path !== __filename) require.cache[path].exports = {};
}
app.post("/login", (req, res) => res.json({}));
app.listen(3000);
