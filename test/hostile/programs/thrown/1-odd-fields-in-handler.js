// check: crash-in-handler | handler-throws
const app = require("express")();
app.post("/login", async () => {
  throw Object.assign(new Error("odd"), { name: { toString: null }, code: {}, status: NaN, stack: [1, 2], statusCode: 1e9, headers: 5 });
});
app.listen(3000);
