/**
 * The way of a check: a learner's file goes in, a verdict comes out. Worlds are opened, the step's scenarios are played
 * in them, and what happened is judged. An app that passes is asked further for advice; one that falls short is asked
 * further until the cause is known.
 */

import { loadSource } from "./checker/load-source.ts";
import { Worlds } from "./checker/worlds.ts";
import type { WorldsOptions } from "./checker/worlds.ts";
import { deadlinesIn, EXPERIMENT_REQUEST, LOOP_DEADLINES } from "./deadlines.ts";
import type { Deadlines } from "./deadlines.ts";
import { adviseOn } from "./diagnosis/advise.ts";
import { faultsOf, withPlace } from "./diagnosis/read-evidence.ts";
import type { CheckResult } from "./judge/check.ts";
import { allHold, firstFailure, firstToFail, judge } from "./judge/judge.ts";
import { startCold } from "./runner/ahead.ts";
import type { StartGuest } from "./runner/host.ts";
import type { Scenario } from "./scenario.ts";
import type { Step } from "./step.ts";
import type { Transcript } from "./transcript.ts";
import type { Verdict } from "./verdict/verdict.ts";

/** Hears what is known of a check before its end. */
export interface Early {
  /** What does not hold, by the check's title, while the app is still asked further; once, or never. */
  failing?: (title: string) => void;
  /** The verdict on an app that passes, before the advice about it is known. */
  passed?: (verdict: Verdict) => void;
  /** Whether to find out why an app falls short; asked with the verdict before its causes are known. Yes, if left out. */
  asksWhy?: (verdict: Verdict) => boolean;
}

/**
 * Checks a learner's file against a step of the course.
 *
 * @param file absolute
 * @param startGuest called for each boot that the check needs; an error that it throws ends the check
 */
export async function checkFile(
  step: Step,
  file: string,
  deadlines: Deadlines,
  startGuest: StartGuest = startCold,
  early: Early = {},
): Promise<Verdict> {
  const began = performance.now();
  const options = { file, deadlines: deadlinesIn(step.part, deadlines), startGuest, startsAt: Date.now() };
  const worlds = new Worlds(options);
  const verdictOn = (transcript: Transcript, results: readonly CheckResult[]): Verdict => ({
    step,
    file,
    passed: allHold(results),
    ms: performance.now() - began,
    results,
    failure: firstFailure(results),
    diagnoses: [],
    advice: [],
    transcript,
    experiment: null,
  });
  let told = false;
  const tellWhatFails = () => {
    if (told || !early.failing) return;
    const failing = firstToFail(step.checks, worlds.transcriptSoFar());
    if (failing) early.failing(failing.title);
    told = failing !== null;
  };
  try {
    await worlds.perform(step.scenarios, { request: deadlines.request, looks: true }, tellWhatFails);
    await worlds.settle();
    const counts = worlds.counts();
    const transcript = worlds.transcript();
    const results = judge(step.checks, transcript);
    const verdict = verdictOn(transcript, results);
    if (verdict.passed) {
      early.passed?.(verdict);
      await worlds.perform(step.afterthoughts, { request: deadlines.afterthought, looks: false });
      const whole = worlds.transcript(counts);
      const advice = await adviseOn(step.advice, whole, () => loadSource(file));
      return { ...verdictOn(whole, results), advice };
    }
    void worlds.close();
    if (early.asksWhy?.(verdict) === false) return verdict;
    return { ...(await explained(verdict, options)), ms: performance.now() - began };
  } finally {
    void worlds.close();
  }
}

/**
 * Finds out why an app falls short. That takes a parser and often a second boot, so an app that passes never pays for
 * it.
 */
async function explained(verdict: Verdict, options: WorldsOptions): Promise<Omit<Verdict, "ms">> {
  const { step, file, results } = verdict;
  const [{ diagnose, hidesAnError, lacksPlace }, source] = await Promise.all([
    import("./diagnosis/diagnose.ts"),
    loadSource(file),
  ]);
  const located = await locateLoop(verdict, options);
  const hidesError = hidesAnError(located, results, source);
  const cutOff = lacksPlace(located, results);
  // A program that ended would do so again, and an error that it catches does not end it.
  const replays = cutOff || (hidesError && !located.ending);
  const heard = replays ? await hearErrors({ ...verdict, transcript: located }, options) : null;
  const transcript = heard ? withHeard(located, heard, hidesError) : located;
  const experiment = await experimentOn({ ...verdict, transcript }, options);
  const diagnoses = diagnose(step.mistakes, transcript, results, experiment, source);
  return { ...verdict, transcript, experiment, diagnoses };
}

/** Plays the first experiment that can explain the failure, in fresh worlds; null where no experiment can. */
async function experimentOn(
  { step, failure, transcript }: Verdict,
  options: WorldsOptions,
): Promise<Transcript | null> {
  const { boot, ending, exchanges } = transcript;
  // A program that ended or hung would do so again. One that did not come up may: the experiment may be about its
  // start.
  const alive = boot.outcome === "up" ? !ending && !exchanges.some(({ hang }) => hang) : true;
  const experiment = failure && step.experiments.find(({ explains }) => explains(failure, transcript));
  if (!experiment || !alive) return null;
  const request = Math.min(EXPERIMENT_REQUEST, options.deadlines.request);
  return play({ ...options, deadlines: { ...options.deadlines, request } }, experiment.scenarios);
}

/** Where the program was caught in a loop: runs it into the loop again, in a boot that can say which line that is. */
async function locateLoop({ step, transcript }: Verdict, options: WorldsOptions): Promise<Transcript> {
  const { boot, exchanges } = transcript;
  const blocked = exchanges.find(({ hang }) => hang === "blocked");
  const atBoot = boot.outcome === "timeout" && boot.blocked;
  if (!blocked && !atBoot) return transcript;
  const deadlines = {
    ...options.deadlines,
    ...LOOP_DEADLINES,
    request: Math.min(LOOP_DEADLINES.request, options.deadlines.request),
  };
  const again = await play({ ...options, deadlines, inspect: true }, step.scenarios);
  const place = again.boot.outcome === "timeout" ? again.boot.place : null;
  const blockedAt = again.exchanges.find(({ hang }) => hang === "blocked")?.blockedAt ?? null;
  return {
    ...transcript,
    boot: atBoot ? { ...boot, place } : boot,
    exchanges: exchanges.map((one) => (one === blocked ? { ...one, blockedAt } : one)),
  };
}

/**
 * Plays the step again with a watch on every error and with long stack traces. Only so the errors become known that the
 * program caught itself, and the learner's line where an error comes from deep inside a library. null where the program
 * would hang again.
 */
async function hearErrors({ step, transcript }: Verdict, options: WorldsOptions): Promise<Transcript | null> {
  const { boot, exchanges } = transcript;
  if (boot.outcome !== "up" || exchanges.some(({ hang }) => hang === "blocked")) return null;
  const deadlines = {
    ...options.deadlines,
    request: Math.min(EXPERIMENT_REQUEST, options.deadlines.request),
  };
  return play({ ...options, deadlines, throws: true }, step.scenarios);
}

/** A transcript with what was heard of its errors when it was played again; caught ones only if they are asked for. */
function withHeard(transcript: Transcript, again: Transcript, addsCaught: boolean): Transcript {
  const exchanges = transcript.exchanges.map((one) => {
    const heard = again.exchanges.find(({ label, world }) => label === one.label && world === one.world);
    const faults = faultsOf(heard ?? null);
    const caught = (heard?.events ?? []).filter(({ kind }) => addsCaught && kind === "caught");
    return { ...one, events: [...one.events.map((event) => withPlace(event, faults)), ...caught] };
  });
  return { ...transcript, exchanges };
}

/** Plays scenarios in worlds of their own, from the first boot to the end. */
async function play(options: WorldsOptions, scenarios: readonly Scenario[]): Promise<Transcript> {
  const worlds = new Worlds(options);
  try {
    await worlds.perform(scenarios, { request: options.deadlines.request, looks: true });
    await worlds.settle();
    return worlds.transcript();
  } finally {
    void worlds.close();
  }
}
