/** The one way through the house: a learner's file in, a verdict out. */

import { runScenario } from "./checker/checker.ts";
import type { Course } from "../course/course.ts";
import { checksUpTo } from "../course/course.ts";
import { adviseOn } from "./diagnosis/advise.ts";
import type { Step } from "../course/step.ts";
import type { CheckResult } from "./judge/check.ts";
import { allHold, judge } from "./judge/judge.ts";
import { startCold } from "./runner/ahead.ts";
import type { Deadlines, Guest } from "./runner/host.ts";
import type { Launch } from "./runner/launch.ts";
import type { Transcript } from "./transcript.ts";
import { isTypeScript } from "../base/typescript.ts";
import type { Verdict } from "./verdict/verdict.ts";

/** Starts a child, or hands out one that is ready already and has run nothing of the learner's. */
export type StartGuest = (options: Launch) => Guest;

/**
 * Checks a learner's file (absolute) against a step of the course.
 * `startGuest`: called for each boot that the check needs; what it throws ends the check.
 * `passed`: called with a verdict that the app has passed, before it is known what deserves advice.
 */
export async function checkFile(
  course: Course,
  step: Step,
  file: string,
  deadlines: Deadlines,
  startGuest: StartGuest = startCold,
  passed: (verdict: Verdict) => void = () => {},
): Promise<Verdict> {
  const start = performance.now();
  const guest = startGuest({ typescript: isTypeScript(file) });
  const checks = checksUpTo(course, step);
  const verdictOn = (transcript: Transcript): Verdict => {
    const results = judge(checks, transcript);
    const ms = performance.now() - start;
    return { step, file, passed: allHold(results), ms, results, diagnoses: [], advice: [], transcript };
  };
  const transcript = await runScenario(guest, file, step.scenario, deadlines, (said) => {
    const verdict = verdictOn(said);
    // Whoever did not pass has no use for advice.
    if (!verdict.passed) return [];
    passed(verdict);
    return step.afterthoughts;
  });
  const verdict = verdictOn(transcript);
  if (verdict.passed) return { ...verdict, advice: adviseOn(step, transcript) };
  // Knowing why costs a parser and often a second boot: only those who need it pay for it.
  const [{ diagnose }, { readSource }] = await Promise.all([
    import("./diagnosis/diagnose.ts"),
    import("./source/source.ts"),
  ]);
  await locateLoop(step, file, transcript, deadlines, startGuest);
  const steps = course.steps.filter(({ number }) => number <= step.number);
  const { results } = verdict;
  const experiment = await experimentOn(steps, file, transcript, results, deadlines, startGuest);
  const diagnoses = diagnose(steps, transcript, results, experiment, readSource(file));
  return { ...verdict, ms: performance.now() - start, diagnoses };
}

/** Sends the experiments of the step whose check failed first to a fresh boot; null where that would tell nothing. */
async function experimentOn(
  steps: readonly Step[],
  file: string,
  transcript: Transcript,
  results: readonly CheckResult[],
  deadlines: Deadlines,
  startGuest: StartGuest,
): Promise<Transcript | null> {
  const failure = results.find(({ finding }) => finding.status === "failed");
  const owner = steps.find(({ checks }) => checks.some((check) => check === failure?.check));
  const alive =
    transcript.boot.outcome === "up" && !transcript.ending && !transcript.exchanges.some(({ hang }) => hang);
  if (!owner?.experiments?.worthwhile(transcript) || !alive) return null;
  const guest = startGuest({ typescript: isTypeScript(file) });
  return runScenario(guest, file, owner.experiments.actions, {
    ...deadlines,
    request: Math.min(500, deadlines.request),
  });
}

/** The deadlines of a boot whose only aim is to be caught in a loop again, in ms. */
const LOOP_DEADLINES: Deadlines = { boot: 1_500, request: 400, check: 5_000 };

/** Where the program was caught in a loop, does it again in a boot that can be asked where it is, and notes that. */
async function locateLoop(
  step: Step,
  file: string,
  transcript: Transcript,
  deadlines: Deadlines,
  startGuest: StartGuest,
): Promise<void> {
  const { boot, exchanges } = transcript;
  const blocked = exchanges.find(({ hang }) => hang === "blocked");
  const atBoot = boot.outcome === "timeout" && boot.blocked;
  if (!blocked && !atBoot) return;
  const guest = startGuest({ typescript: isTypeScript(file), inspect: true });
  const shorter = { ...LOOP_DEADLINES, request: Math.min(LOOP_DEADLINES.request, deadlines.request) };
  const again = await runScenario(guest, file, step.scenario, shorter);
  if (atBoot && again.boot.outcome === "timeout") boot.place = again.boot.place;
  const found = again.exchanges.find(({ hang }) => hang === "blocked");
  if (blocked && found) blocked.blockedAt = found.blockedAt;
}
