// check: start-timeout
const app = require("express")();
for (;;);
