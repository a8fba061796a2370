/** How far the learner has come: plain data and what becomes of it. What is kept is documented at `Progress`. */

import { isCount, isRecord, isText, mapOf, oneOf, optional, orNull, record } from "../base/shape.ts";
import type { Shape } from "../base/shape.ts";
import type { Part, Step } from "../check/step.ts";
import { stepsOf } from "../course/course.ts";
import type { Course, Language } from "../course/course.ts";
import { NO_QUIZZES, quizProgressFrom, withResult } from "./quiz-progress.ts";
import type { QuizHistory, QuizKind, QuizProgress, QuizResult } from "./quiz-progress.ts";

/** The shape that this version writes. A file with a higher number was written by a later version. */
export const SCHEMA = 1;

export interface StepProgress {
  /** When it was passed last, in ISO 8601 and UTC; null: not yet, or not since it was reset. */
  readonly passedAt: string | null;
  /** How often it was checked. */
  readonly checks: number;
  /** How many different attempts have failed since the last pass. A file that does not parse is no attempt. */
  readonly failures: number;
  /** How many levels of its hints were shown. */
  readonly hints: number;
  /** The fingerprint (src/workspace/step-files.ts) of its file as it was made of the code before; none: it was not, or is unknown. */
  readonly carried?: string;
  /** A short text that stands for the attempt that failed last; none: nothing has failed. */
  readonly tried?: string;
}

/** The content of `.refresh-tutor/progress.json`, together with `schema`. */
export interface Progress {
  /** What new files are written in. */
  readonly language: Language;
  /** The name of the step that the learner is at. */
  readonly step: string;
  /** By the step's name; a step never touched is not in it. */
  readonly steps: Readonly<Record<string, StepProgress>>;
  readonly quiz: QuizProgress;
}

/** All that the progress knows a step by. */
type Named = Pick<Step, "name">;

const untouched: StepProgress = { passedAt: null, checks: 0, failures: 0, hints: 0 };

export function newProgress(language: Language, step: Named): Progress {
  return { language, step: step.name, steps: {}, quiz: NO_QUIZZES };
}

export function progressOf(progress: Progress, step: Named): StepProgress {
  return progress.steps[step.name] ?? untouched;
}

/** The step that the learner is at; the first one where that one is no longer in the course. */
export function currentStep(progress: Progress, course: Course): Step {
  const [first] = course.steps;
  if (!first) throw new Error("a course without steps");
  return stepsOf(course, "all").find(({ name }) => name === progress.step) ?? first;
}

/** The step of a part that the learner is at, or would go on with: the first that is not passed, else the last. */
export function currentStepOf(progress: Progress, course: Course, part: Part): Step {
  const current = currentStep(progress, course);
  const steps = stepsOf(course, part);
  const open = steps.find((step) => progressOf(progress, step).passedAt === null);
  return current.part === part ? current : (open ?? steps.at(-1) ?? current);
}

/** Those of some steps that are passed, in their order. */
export function passedSteps(progress: Progress, steps: readonly Step[]): Step[] {
  return steps.filter((step) => progressOf(progress, step).passedAt !== null);
}

/** Whether every step of a part is passed. */
export function isPartPassed(progress: Progress, course: Course, part: Part): boolean {
  return stepsOf(course, part).every((step) => progressOf(progress, step).passedAt !== null);
}

/** The step of the same part to go on with after one: the next that is not passed, else an earlier one, else null: all are passed. */
export function stepAfter(progress: Progress, course: Course, step: Step): Step | null {
  const open = stepsOf(course, step.part).filter((other) => progressOf(progress, other).passedAt === null);
  return open.find(({ number }) => number > step.number) ?? open[0] ?? null;
}

function withStep(progress: Progress, step: Named, change: Partial<StepProgress>): Progress {
  const changed = { ...progressOf(progress, step), ...change };
  return { ...progress, steps: { ...progress.steps, [step.name]: changed } };
}

/**
 * A check of a step has passed. The learner is then at the step after it in that part, unless they were further already:
 * who has passed part one stays there until part two is chosen.
 *
 * @param at when
 */
export function afterPass(progress: Progress, course: Course, step: Step, at: Date): Progress {
  const { tried: _, ...before } = progressOf(progress, step);
  const now = { ...before, passedAt: at.toISOString(), checks: before.checks + 1, failures: 0 };
  const passed = { ...progress, steps: { ...progress.steps, [step.name]: now } };
  if (currentStep(progress, course).number > step.number) return passed;
  return atStep(passed, stepAfter(passed, course, step) ?? step);
}

/**
 * A check of a step has failed. A step once passed stays passed.
 *
 * @param attempt a text that is different for each attempt; null: it does not count as one
 */
export function afterFailure(progress: Progress, step: Named, attempt: string | null): Progress {
  const { checks, failures, tried } = progressOf(progress, step);
  if (attempt === null || attempt === tried) return withStep(progress, step, { checks: checks + 1 });
  return withStep(progress, step, { checks: checks + 1, failures: failures + 1, tried: attempt });
}

/** The hints of a step were shown up to a level, counted from 1. */
export function afterHint(progress: Progress, step: Named, level: number): Progress {
  return withStep(progress, step, { hints: Math.max(level, progressOf(progress, step).hints) });
}

/** A step's file was made, or made again, of the code of the step before. */
export function afterCarrying(progress: Progress, step: Named, carried: string): Progress {
  return withStep(progress, step, { carried });
}

/** The learner goes to a step. */
export function atStep(progress: Progress, step: Named): Progress {
  return { ...progress, step: step.name };
}

/** The learner begins a step again. */
export function afterReset(progress: Progress, step: Named): Progress {
  const { [step.name]: _, ...steps } = progress.steps;
  return atStep({ ...progress, steps: { ...steps, [step.name]: untouched } }, step);
}

/**
 * Quizzes were left.
 *
 * @param unfinished a list of their sessions; null: there is none to take up any more
 */
export function withUnfinished(progress: Progress, unfinished: unknown): Progress {
  return { ...progress, quiz: { ...progress.quiz, unfinished } };
}

/**
 * A quiz was finished.
 *
 * @param history what src/quiz/history.ts makes of it
 */
export function afterQuiz(
  progress: Progress,
  part: Part,
  kind: QuizKind,
  result: QuizResult,
  history: QuizHistory,
): Progress {
  return { ...progress, quiz: withResult(progress.quiz, part, kind, result, history) };
}

/** The text of the progress file. */
export function writeProgress(progress: Progress): string {
  return `${JSON.stringify({ schema: SCHEMA, ...progress }, null, 2)}\n`;
}

const isTime: Shape<string> = (value): value is string => isText(value) && !Number.isNaN(Date.parse(value));

const isLanguage = oneOf<Language>("js", "ts");

const areSteps = mapOf(
  record<StepProgress>({
    passedAt: orNull(isTime),
    checks: isCount,
    failures: isCount,
    hints: isCount,
    carried: optional(isText),
    tried: optional(isText),
  }),
);

/**
 * Reads the progress file.
 *
 * @param text its content, which anyone may have edited
 * @returns "newer": a later version wrote it; "broken": it is none
 */
export function readProgress(text: string): Progress | "newer" | "broken" {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "broken";
  }
  if (!isRecord(value)) return "broken";
  const { schema, language, step, steps } = value;
  if (isCount(schema) && schema > SCHEMA) return "newer";
  const quiz = quizProgressFrom(value["quiz"]);
  if (schema !== SCHEMA || !isLanguage(language) || !isText(step) || !areSteps(steps) || !quiz)
    return "broken";
  return { language, step, steps, quiz };
}
