// check: passed
const app = require("../right");
try {
  require("https").createServer({}, app).listen(443);
} catch {}
app.listen(3000);
