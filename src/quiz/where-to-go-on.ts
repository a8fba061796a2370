/** Where a quiz leads: what to read, to build or to answer next. Pure. */

import { typed } from "../base/invocation.ts";
import type { Part } from "../check/step.ts";
import type { QuizKind } from "../workspace/quiz-progress.ts";
import type { Lesson } from "./question.ts";
import type { Strength } from "./score.ts";

/** Something to do next. */
export interface Next {
  what: string;
  /** What to type for it in a shell. */
  command: string;
  /** The key for it in the guided session; null: it has none. */
  key: string | null;
}

/** What of the course the learner has done. */
export interface Done {
  /** Whether all steps of part one are passed. */
  partOne: boolean;
  /** Whether all steps of part two are passed. */
  partTwo: boolean;
  /** The number of the step of part two to go on with. */
  nextOfPartTwo: number;
}

/** What to type for a quiz. */
export function quizCommand(part: Part, kind: QuizKind): string {
  return typed(
    ["quiz", ...(kind === "test" ? ["--test"] : []), ...(part === "two" ? ["--part two"] : [])].join(" "),
  );
}

/**
 * What to do after a finished quiz, the best first.
 *
 * @param strength how the learner did
 * @param reread the lessons of the questions missed, in the order of the course
 */
export function whereToGoOn(
  part: Part,
  kind: QuizKind,
  strength: Strength,
  reread: readonly Lesson[],
  done: Done,
): Next[] {
  const more = { what: "More questions", command: quizCommand(part, "practice"), key: "z" };
  const test = { what: "Test yourself with 10 questions", command: quizCommand(part, "test"), key: null };
  const partTwo = { what: "Questions on part two", command: quizCommand("two", "practice"), key: "z" };
  const ofPartTwo = part === "one" && done.partOne ? [partTwo] : [];
  if (kind === "practice") return [more, test, ...ofPartTwo];
  const way = part === "one" ? wayInPartOne(strength, reread, done) : wayInPartTwo(strength, reread, done);
  return [...way, more, ...ofPartTwo];
}

function wayInPartOne(strength: Strength, reread: readonly Lesson[], done: Done): Next[] {
  const partTwo = {
    what: "Go on to part two, which makes the server fit for production",
    command: typed(`start --step ${done.nextOfPartTwo}`),
    key: "t",
  };
  if (strength === "weak")
    return [{ what: "Begin with the concepts", command: typed("lesson concepts"), key: "k" }];
  if (strength === "strong") {
    const stepThree = { what: "You may go straight to step 3", command: typed("start --step 3"), key: "t" };
    return done.partTwo ? [] : done.partOne ? [partTwo] : [stepThree, { ...partTwo, what: "Or to part two" }];
  }
  return done.partOne ? [] : beginAt(reread, 1, 4);
}

function wayInPartTwo(strength: Strength, reread: readonly Lesson[], done: Done): Next[] {
  if (done.partTwo) return [];
  const next = { what: "Go on building", command: typed(`start --step ${done.nextOfPartTwo}`), key: "t" };
  return strength === "strong"
    ? [next]
    : strength === "growing"
      ? beginAt(reread, 5, 12)
      : [stepToBeginAt(5)];
}

/** The first step of those whose lessons are to be reread, else the first of the part. */
function beginAt(reread: readonly Lesson[], first: number, last: number): Next[] {
  const step = reread.find((lesson) => typeof lesson === "number" && lesson >= first && lesson <= last);
  return [stepToBeginAt(typeof step === "number" ? step : first)];
}

function stepToBeginAt(step: number): Next {
  return { what: `Begin with step ${step}`, command: typed(`start --step ${step}`), key: "t" };
}
