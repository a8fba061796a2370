// check: anything
const express = require("express");
const app = express();
const router = express.Router();
router.use(router);
app.use(router);
app.listen(3000);
