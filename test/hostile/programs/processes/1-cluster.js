// check: no-app | start-timeout | bad-answer | store-missing | unexplained | passed
const cluster = require("cluster");
if (cluster.isPrimary) {
  for (let i = 0; i < 3; i++) cluster.fork();
} else {
  require("../right").listen(3000);
}
