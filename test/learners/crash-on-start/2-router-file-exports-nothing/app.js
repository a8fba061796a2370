var express = require("express");
var authRouter = require("./src/authRouter");

var app = express();

app.use(express.json());
app.use(express.urlencoded({ extended: false }));
app.use("/", authRouter);

app.listen(3000, function () {
  console.log("Example app listening on port 3000!");
});
