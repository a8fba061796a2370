// check: broken-answer | exits-early | crash-in-handler
const app = require("express")();
const right = require("../right");
app.post("/login", (req, res, next) => {
  res.on("finish", () => {
    server.close();
    server.closeAllConnections();
  });
  next();
});
app.use(right);
setInterval(() => {}, 1000);
const server = app.listen(3000);
