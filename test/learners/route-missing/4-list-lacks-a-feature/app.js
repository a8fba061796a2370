const express = require("express");
const path = require("node:path");

const FEATURES = ["login", "token"]; // here

const app = express();
app.use(express.json());

for (const name of FEATURES) {
  const register = require(path.join(__dirname, "features", name));
  register(app);
  console.log("feature loaded:", name);
}

app.listen(3000, () => console.log("all features loaded"));
