// check: handler-hangs | handler-throws
process.on("uncaughtException", () => {});
process.on("unhandledRejection", () => {});
const app = require("express")();
app.post("/login", (req, res) => {
  setTimeout(() => {
    throw new Error("swallowed");
  });
});
app.listen(3000);
