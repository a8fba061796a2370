// check: crash-in-handler
process.removeAllListeners();
const app = require("express")();
app.post("/login", () => {
  setTimeout(() => {
    throw new Error("nobody hears this");
  });
});
app.listen(3000);
