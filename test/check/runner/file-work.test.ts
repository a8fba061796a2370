/** What counts as a file that is being read or written, by whatever a program does it. In processes of their own. */

import { expect, test } from "vitest";
import { runBeside } from "./held.ts";

/** How many are under way when each has begun, and when it has ended. `begin`: begins it and calls `end` afterwards. */
function counted(begin: string): Promise<unknown> {
  return runBeside(
    `const { filesUnderway, watchFileJobs } = require("./file-work.cjs");
    watchFileJobs();
    const fs = require("node:fs");
    const at = (name) => require("node:path").join(__dirname, name);
    const calm = filesUnderway();
    const end = () => setImmediate(() => done([begun, filesUnderway() - calm]));
    ${begin}
    const begun = filesUnderway() - calm;`,
    "file-work",
  );
}

test.each([
  ["fs.writeFile", `fs.writeFile(at("a"), "x", end);`],
  ["fs.readFile", `fs.readFile(__filename, end);`],
  ["fs.appendFile", `fs.appendFile(at("a"), "x", end);`],
  ["fs.open", `fs.open(at("a"), "w", end);`],
  ["promises.writeFile", `void fs.promises.writeFile(at("a"), "x").then(end);`],
  ["promises.readFile", `void fs.promises.readFile(__filename).then(end);`],
  ["a file that is not there", `fs.readFile(at("nothing"), end);`],
  ["a folder that is not there", `fs.writeFile(at("nowhere/a"), "x", end);`],
])("%s counts until its end", async (_name, begin) => {
  expect(await counted(begin)).toEqual([1, 0]);
});
