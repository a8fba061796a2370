const express = require("express");
const app = express();
app.use(express.json());
app.use(require("./token"));
app.use(require("./login"));
app.listen(3000);
