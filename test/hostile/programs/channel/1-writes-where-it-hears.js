// check: passed
const fs = require("fs");
const line = Buffer.from(`${JSON.stringify({ say: "up", how: "listened", port: 1 })}\n`);
try {
  for (let i = 0; i < 5_000; i++) fs.writeSync(4, line);
} catch {
  // It is full.
}
require("../right").listen(3000);
