// check: passed
const app = require("express")();
for (let i = 0; i < 10000; i++) app.post("/x" + "y".repeat(200) + i, () => {});
app.use(require("../right"));
app.listen(3000);
