// check: passed
process.stdin.on("data", () => {}).on("end", () => console.log("stdin ended"));
require("readline").createInterface({ input: process.stdin, output: process.stdout }).question("Port? ", () => {});
require("../right").listen(3000);
