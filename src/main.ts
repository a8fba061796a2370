/** Where the program begins. What takes longest, the child of a check, is started before anything else is loaded. */

import { argv } from "node:process";

const words = argv.slice(2);

if (words[0] === "check" && !words.includes("--watch") && !words.includes("--help")) {
  const { startAhead } = await import("./runner/ahead.ts");
  startAhead(words);
}
await import("./cli.ts");
