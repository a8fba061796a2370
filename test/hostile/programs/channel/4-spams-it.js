// check: passed
const fs = require("fs");
const spam = () => {
  try {
    fs.writeSync(3, "x".repeat(10000));
  } catch {}
  setTimeout(spam, 1);
};
spam();
require("../right").listen(3000);
