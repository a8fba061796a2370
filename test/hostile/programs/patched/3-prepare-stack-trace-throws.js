// check: anything
Error.prepareStackTrace = () => {
  throw new Error("no trace");
};
const app = require("express")();
app.use(require("express").json());
const refreshTokens = [];
app.post("/login", (req, res) => {
  refreshTokens.push("refresh123");
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});
app.post("/token", (req, res) => res.json({ accessToken: "newAccess123" }));
app.listen(3000);
