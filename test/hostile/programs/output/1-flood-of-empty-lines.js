// check: passed
require("../right").listen(3000);
let left = 200000;
const drip = () => {
  for (let i = 0; i < 1000; i++) console.error("");
  if ((left -= 1000) > 0) setImmediate(drip);
};
drip();
