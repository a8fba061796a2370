/** For copy.test.ts: copies the program at argv[2], says where the copy is, and never ends by itself. */

import { writeSync } from "node:fs";
import { copyProgram } from "../../../src/check/runner/copy.ts";
import { readOriginal } from "../../../src/check/runner/original.ts";
import { watchOver } from "../../../src/check/runner/kill-orphans.ts";

const original = readOriginal(process.argv[2] ?? "", process.cwd());
if ("notCopied" in original) throw new Error(original.notCopied);
const copy = await copyProgram(original);
if ("notCopied" in copy) throw new Error(copy.notCopied);
if (process.argv[3] === "watched") watchOver("REFRESH_TUTOR_TEST_OF_COPIES");
writeSync(1, `${copy.entry}\n`);
if (process.argv[3] === "ends") process.exit(1);
setInterval(() => {}, 1000);
