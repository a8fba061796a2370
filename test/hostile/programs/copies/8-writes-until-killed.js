// check: passed
// From a child of its own, so that the program answers meanwhile.
const text = 'const fs = require("fs"); for (let i = 0; i < 2_000; i++) fs.writeFileSync(`${process.argv[1]}/late-${i}.json`, "{}"); setInterval(() => {}, 1_000);';
require("node:child_process").spawn(process.execPath, ["-e", text, __dirname], { stdio: "ignore" });
require("../solutions/8-hash");
