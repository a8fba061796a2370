// check: no-app | start-timeout | broken-answer | store-missing | passed
const cluster = require("cluster");
if (cluster.isPrimary) {
  for (let i = 0; i < 3; i++) cluster.fork();
} else {
  require("../right").listen(3000);
}
