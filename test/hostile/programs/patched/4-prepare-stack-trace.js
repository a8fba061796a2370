// check: passed
Error.prepareStackTrace = (error, sites) => sites.map((site) => site.getFileName());
require("../right").listen(3000);
