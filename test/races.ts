/**
 * How surely a race is found: `npm run test:races [-- RUNS [FILTER …]]`. Plays the race of step 10 against the learner
 * programs that have one and the right programs of that step, RUNS times each (200), and counts the runs that found two
 * living tokens. Every program is booted once. Exits with 1 where a race was found in fewer than 99 of 100 runs, or in a
 * program without one.
 */

import { Worlds } from "../src/check/checker/worlds.ts";
import { startCold } from "../src/check/runner/ahead.ts";
import { PATIENT } from "./checked.ts";
import { nameOf, programsOf, settle } from "./programs.ts";
import type { Program } from "./programs.ts";
import { oneLives, raceScenarios } from "../steps/10-reuse/race.ts";

const ENOUGH = 0.99;

const [runs = "200", ...filters] = process.argv.slice(2);

/** In how many runs two tokens lived on, of how many that came to their end. */
async function countRaces(program: Program): Promise<{ found: number; played: number }> {
  const { entry, leave } = settle(program);
  const deadlines = { ...PATIENT, check: 3_600_000 };
  const worlds = new Worlds({ file: entry, deadlines, startGuest: startCold, startsAt: Date.now() });
  let found = 0;
  let played = 0;
  try {
    for (let run = 0, before = 0; run < Number(runs); run++) {
      await worlds.perform(raceScenarios, { request: deadlines.request, looks: false });
      const transcript = worlds.transcript();
      const exchanges = transcript.exchanges.slice(before);
      before = transcript.exchanges.length;
      const { status } = oneLives.judge({ ...transcript, exchanges });
      if (process.env["SHOW"])
        console.log(
          exchanges
            .map(({ label, response }) => `${label.replace(/race-/, "")}:${response?.status}`)
            .join(" "),
        );
      if (status === "skipped") break;
      played++;
      if (status === "failed") found++;
    }
  } finally {
    await worlds.close();
    leave();
  }
  return { found, played };
}

let wrong = false;
for (const program of programsOf("learners")) {
  const racing = program.id === "race-two-live";
  const meant = filters.every((filter) => nameOf(program).includes(filter));
  if (program.step !== 10 || !meant || (!racing && program.id !== "right")) continue;
  const { found, played } = await countRaces(program);
  const good = played === Number(runs) && (racing ? found >= ENOUGH * played : found === 0);
  wrong ||= !good;
  console.log(`${good ? "ok   " : "WRONG"} ${nameOf(program)}: found in ${found} of ${played} runs`);
}
process.exitCode = wrong ? 1 : 0;
