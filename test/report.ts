/**
 * Boots learner programs and prints what came of it: `npm run learners [-- FILTER …]`; the programs whose names contain
 * one of the filters. Verdicts, first causes and places, each as right of all. `npm run transcripts` does the same and keeps
 * what happened (test/recording/files.ts); what would be recorded alike stays as it is.
 */

import { parseArgs } from "node:util";
import { loadCourse } from "../src/course/course.ts";
import { assess, bootProgram, inShort } from "./checked.ts";
import type { Checked } from "./checked.ts";
import { nameOf, programsOf, SETS } from "./programs.ts";
import type { Program, ProgramSet } from "./programs.ts";
import { readRecords, recordedIds, thisNode, writeRecords } from "./recording/files.ts";
import type { ProgramRecord } from "./recording/files.ts";
import { changesSince } from "./recording/recording.ts";
import { replay } from "./recording/replay.ts";

/** How many programs are booted at a time. */
const AT_ONCE = 3;

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: "boolean" }, record: { type: "boolean" } },
});
const course = loadCourse();
const all: Checked[] = [];

function print({ name, verdictRight, causeRight, placeRight, came }: Checked): void {
  if (!verdictRight) console.log(`VERDICT ${name}: ${came}`);
  else if (causeRight === false) console.log(`CAUSE   ${name}: ${came}`);
  else if (placeRight === false && !options.quiet) console.log(`PLACE   ${name}: ${came}`);
}

/** Boots a program; gives back what is to be kept of it and says how that differs from before. */
async function record(program: Program, before: ProgramRecord | undefined): Promise<ProgramRecord> {
  const { verdict, recording } = await bootProgram(course, program);
  const checked = assess(program, verdict);
  all.push(checked);
  print(checked);
  const said = inShort(verdict);
  const replayed = JSON.stringify(inShort(await replay(course, program, recording)));
  if (replayed !== JSON.stringify(said)) console.log(`REPLAY  ${checked.name}: ${replayed}`);
  const [now, then] = [JSON.stringify(said), JSON.stringify(before?.said)];
  if (before && now === then && changesSince(before.recording, recording, program.step).length === 0)
    return before;
  if (options.record && !before) console.log(`NEW     ${checked.name}`);
  if (options.record && before)
    console.log(`CHANGED ${checked.name}${now === then ? "" : `: ${then} is now ${now}`}`);
  return { node: thisNode, said, recording };
}

function isMeant(program: Program): boolean {
  return filters.length === 0 || filters.some((filter) => nameOf(program).includes(filter));
}

/** Boots what is meant of the programs that make one mistake. */
async function recordMistake(set: ProgramSet, id: string, programs: readonly Program[]): Promise<void> {
  if (filters.length > 0 && !programs.some(isMeant)) return;
  const before = readRecords(set, id);
  const after = new Map<string, ProgramRecord>();
  const queue = [...programs];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const known = before.get(next.slug);
      const kept = isMeant(next) ? await record(next, known) : known;
      if (kept) after.set(next.slug, kept);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (options.record) writeRecords(set, id, after);
}

for (const set of SETS) {
  const programs = programsOf(set);
  const ids = new Set([...programs.map(({ id }) => id), ...recordedIds(set)]);
  for (const id of ids) {
    await recordMistake(
      set,
      id,
      programs.filter((program) => program.id === id),
    );
  }
}

const share = (values: readonly (boolean | null)[]) => {
  const known = values.filter((value) => value !== null);
  return `${known.filter(Boolean).length}/${known.length}`;
};
console.log(
  `${all.length} programs; verdicts ${share(all.map(({ verdictRight }) => verdictRight))}, ` +
    `first causes ${share(all.map(({ causeRight }) => causeRight))}, ` +
    `places ${share(all.map(({ placeRight }) => placeRight))}`,
);
if (all.some(({ verdictRight }) => !verdictRight)) process.exitCode = 1;
