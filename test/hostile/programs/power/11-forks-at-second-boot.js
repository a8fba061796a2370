// check: passed
const fs = require("node:fs");
const { spawn } = require("node:child_process");
if (fs.existsSync(`${__dirname}/been-here`)) {
  for (let i = 0; i < 5; i++) spawn("sleep", ["600"], { detached: true, stdio: "ignore", env: {} }).unref();
  spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], { detached: true }).unref();
}
fs.writeFileSync(`${__dirname}/been-here`, "yes");
require("../solutions/11-restart");
