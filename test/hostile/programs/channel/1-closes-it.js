// check: channel-closed
require("../right").listen(3000);
require("fs").closeSync(3);
