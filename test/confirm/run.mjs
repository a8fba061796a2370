/**
 * Confirms the learner programs of steps 5 to 7 without the tutor: `node test/confirm/run.mjs [steps] [words]`, for example `5 6 7` or
 * `6 alg-none`. One line a program and a summary; ends with 1 where a program is not what its folder says.
 */

import { readFileSync } from "node:fs";
import { confirm, steps } from "./5-7.mjs";
import { programsOf } from "./programs.mjs";

const words = process.argv.slice(2);
const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
const asked = numbers.length > 0 ? numbers : steps;
const parts = words.filter((word) => !/^\d+$/.test(word));
const programs = programsOf(asked).filter(({ name }) => parts.every((part) => name.includes(part)));

let wrong = 0;
const queue = [...programs];
async function work() {
  for (let program = queue.shift(); program; program = queue.shift()) {
    const code = program.sources.map((file) => readFileSync(file, "utf8")).join("\n");
    let problem;
    try {
      problem = await confirm(program, code);
    } catch (error) {
      problem = error.stack;
    }
    if (problem !== null) wrong++;
    console.log(problem === null ? `ok    ${program.name}` : `WRONG ${program.name}\n      ${problem}`);
  }
}
await Promise.all([work(), work()]);
console.log(`\n${programs.length} programs, ${wrong} not as they should be.`);
process.exitCode = wrong === 0 ? 0 : 1;
