const express = require("express");
const app = express();

app.set("strict routing", true);
app.use(express.json());
app.use((req, res, next) => {
  console.log(req.method, req.url);
  next();
});

app.post("/login/", (req, res) => { // here
  res.json({ accessToken: "access123", refreshToken: "refresh123" });
});

app.listen(3000);
