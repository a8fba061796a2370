// check: crash-in-handler
const app = require("express")();
app.post("/login", async () => {
  throw new Proxy({}, { get() { throw new Error("trap"); }, getPrototypeOf() { throw new Error("trap"); }, ownKeys() { throw new Error("trap"); }, has() { throw new Error("trap"); } });
});
app.listen(3000);
