const express = require("express");
const { Controller } = require("./controller");
const { Rows } = require("./rows");
const app = express();
app.use(express.json());
app.use(new Controller(new Rows()).router);
app.listen(3000);
