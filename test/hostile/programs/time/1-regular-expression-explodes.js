// check: infinite-loop
const app = require("express")();
app.post("/login", (req, res) => res.json(/^(a+)+$/.test("a".repeat(60) + "b")));
app.listen(3000);
