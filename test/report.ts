/**
 * Checks every learner program and prints what came of it: `npm run learners [-- unseen] [-- FILTER …]`.
 * Verdicts, first causes and places, each as right of all.
 */

import { parseArgs } from "node:util";
import { checkFile } from "../src/check.ts";
import { loadCourse } from "../src/course/course.ts";
import { DEADLINES } from "../src/runner/host.ts";
import { programsOf, settle } from "./programs.ts";
import type { Program } from "./programs.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quiet: { type: "boolean" } } });
const set = positionals[0] === "unseen" ? "unseen" : "learners";
const filters = positionals.filter((word) => word !== "unseen" && word !== "learners");
const course = await loadCourse();
const adviceIds = ["empty-body-crash", "duplicate-tokens-survive-logout", "logout-unknown-token"];
const tally = { programs: 0, verdict: 0, wrong: 0, cause: 0, placed: 0, place: 0 };

async function report(program: Program): Promise<void> {
  const step = course.steps.find(({ number }) => number === program.step);
  if (!step) throw new Error(`${program.slug}: no such step`);
  const { entry, original, leave } = settle(program);
  try {
    const verdict = await checkFile(course, step, entry, DEADLINES);
    const right = program.id === "right" || adviceIds.includes(program.id);
    const found = (right ? verdict.advice : verdict.diagnoses)[0];
    const name = `${program.id}/${program.slug}`;
    tally.programs += 1;
    const verdictRight = verdict.passed === right;
    if (verdictRight) tally.verdict += 1;
    const failing = verdict.results.find(({ finding }) => finding.status === "failed");
    const detail = failing ? `${failing.check.id}: ${JSON.stringify(failing.finding)}` : "";
    if (!verdictRight) console.log(`VERDICT ${name}: ${verdict.passed ? "passed" : "failed"} ${found?.id ?? ""} ${detail}`);
    const ids = right ? verdict.advice.map(({ id }) => id) : verdict.diagnoses.slice(0, 1).map(({ id }) => id);
    if (program.id === "right") return;
    tally.wrong += 1;
    if (ids.includes(program.id)) tally.cause += 1;
    else if (verdictRight) console.log(`CAUSE   ${name}: ${ids.join() || "none"} ${detail.slice(0, 220)}`);
    if (!program.here || !ids.includes(program.id)) return;
    tally.placed += 1;
    const place = found?.place;
    if (place && original(place.file) === program.here.file && place.line === program.here.line) tally.place += 1;
    else if (!values.quiet) {
      const at = place ? `${original(place.file).split("/").pop()}:${place.line}` : "nowhere";
      console.log(`PLACE   ${name}: ${at} instead of ${program.here.line}`);
    }
  } finally {
    leave();
  }
}

const queue = programsOf(set).filter(({ id, slug }) => filters.every((word) => `${id}/${slug}`.includes(word)));
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await report(next);
};
await Promise.all([worker(), worker(), worker()]);
console.log(
  `${set}: ${tally.programs} programs; verdicts ${tally.verdict}/${tally.programs}, first causes ${tally.cause}/${tally.wrong}, ` +
    `places ${tally.place}/${tally.placed}`,
);
