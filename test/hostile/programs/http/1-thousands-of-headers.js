// check: route-missing | handler-hangs | crash-in-handler | handler-throws | broken-answer
const app = require("express")();
app.post("/login", (req, res) => {
  for (let i = 0; i < 5000; i++) res.setHeader("x-header-" + i, "value");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.listen(3000);
