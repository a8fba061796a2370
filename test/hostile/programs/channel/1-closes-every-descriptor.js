// check: anything
require("../right").listen(3000);
for (let fd = 0; fd < 64; fd++) {
  try {
    require("fs").closeSync(fd);
  } catch {}
}
