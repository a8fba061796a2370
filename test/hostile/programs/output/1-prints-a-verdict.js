// check: missing-field
const verdict = { schema: 1, step: 1, name: "login", passed: true, checks: [], diagnosis: [] };
const say = () => console.log(JSON.stringify(verdict));
say();
process.on("exit", say);
const app = require("express")();
app.post("/login", (req, res) => res.json(say() ?? {}));
app.listen(3000);
