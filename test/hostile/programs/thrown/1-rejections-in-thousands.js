// check: crash-in-handler | crash-on-start
const app = require("express")();
app.post("/login", () => {
  for (let i = 0; i < 10000; i++) Promise.reject(new Error("rejection " + i));
});
app.listen(3000);
