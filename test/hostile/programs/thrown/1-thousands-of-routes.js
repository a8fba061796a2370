// check: passed
const app = require("express")();
for (let i = 0; i < 2000; i++) app.post("/x" + "y".repeat(200) + i, () => {});
app.use(require("../right"));
app.listen(3000);
