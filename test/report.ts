/**
 * Checks every learner program and prints what came of it: `npm run learners [-- unseen] [-- FILTER …]`.
 * Verdicts, first causes and places, each as right of all.
 */

import { parseArgs } from "node:util";
import { loadCourse } from "../src/course/course.ts";
import { checkProgram } from "./checked.ts";
import type { Checked } from "./checked.ts";
import { programsOf } from "./programs.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: "boolean" } },
});
const set = positionals[0] === "unseen" ? "unseen" : "learners";
const filters = positionals.filter((word) => word !== "unseen" && word !== "learners");
const course = loadCourse();
const all: Checked[] = [];

function print({ name, verdictRight, causeRight, placeRight, came }: Checked): void {
  if (!verdictRight) console.log(`VERDICT ${name}: ${came}`);
  else if (causeRight === false) console.log(`CAUSE   ${name}: ${came}`);
  else if (placeRight === false && !values.quiet) console.log(`PLACE   ${name}: ${came}`);
}

const queue = programsOf(set).filter(({ id, slug }) =>
  filters.every((word) => `${id}/${slug}`.includes(word)),
);
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const checked = await checkProgram(course, next);
    all.push(checked);
    print(checked);
  }
};
await Promise.all([worker(), worker(), worker()]);

const share = (values: readonly (boolean | null)[]) => {
  const known = values.filter((value) => value !== null);
  return `${known.filter(Boolean).length}/${known.length}`;
};
console.log(
  `${set}: ${all.length} programs; verdicts ${share(all.map(({ verdictRight }) => verdictRight))}, ` +
    `first causes ${share(all.map(({ causeRight }) => causeRight))}, ` +
    `places ${share(all.map(({ placeRight }) => placeRight))}`,
);
