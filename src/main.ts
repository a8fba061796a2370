/** Where the program begins. What takes longest, the child of a check, is started before anything else is loaded. */

import { argv } from "node:process";

/** Runs the program and ends the process. Rejects only where a part of the program cannot be loaded. */
export async function main(): Promise<void> {
  const words = argv.slice(2);
  if (words[0] === "check" && !words.includes("--watch") && !words.includes("--help")) {
    const { startAhead } = await import("./check/runner/ahead.ts");
    startAhead(words);
  }
  const { runAndExit } = await import("./cli.ts");
  await runAndExit(words);
}
