/** Finds the workspace and the step of a command, and names its files. */

import { isBelow, namesFrom } from "../base/file-names.ts";
import type { NameFile } from "../base/file-names.ts";
import { typed } from "../base/invocation.ts";
import { nearest } from "../base/nearest.ts";
import { realPathOf } from "../base/paths.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import type { Part, Step } from "../check/step.ts";
import { findStep, slugOf, stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { currentStep } from "../workspace/progress.ts";
import { openWorkspaceFrom } from "../workspace/workspace.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fromHere } from "./context.ts";
import type { Context } from "./context.ts";

/** Opens the workspace that the learner means, and prints its notice. */
export function openHere(context: Context, course: Course): Workspace | Problem {
  const from = fromHere(context, context.dir ?? ".");
  if (isProblem(from)) return from;
  const workspace = openWorkspaceFrom(from, course);
  if (!isProblem(workspace) && workspace.notice !== null) context.warn(workspace.notice);
  return workspace;
}

/**
 * The step that was named, or the one that the learner is at.
 *
 * @param command the command for the next thing to type, without the step
 * @param word a number or a name; undefined: the current step
 */
export function stepMeant(
  course: Course,
  command: string,
  word: string | undefined,
  workspace: Workspace,
): Step | Problem {
  return word === undefined ? currentStep(workspace.progress, course) : namedStep(course, command, word);
}

/** The step that a number or a name means. */
export function namedStep(course: Course, command: string, word: string): Step | Problem {
  const step = findStep(course, word);
  if (step) return step;
  const steps = stepsOf(course, "all");
  const count = steps.length;
  const number = Number(word);
  if (Number.isFinite(number)) {
    const closest = Math.min(Math.max(1, Math.round(number)), count);
    return problem(
      "no-such-step",
      `There is no step ${word}: the course has 1 to ${count}.`,
      typed(`${command} ${closest}`),
    );
  }
  const name = nearest(
    word,
    steps.flatMap((each) => [each.name, slugOf(each)]),
  );
  return problem(
    "no-such-step",
    `There is no step "${word}". Did you mean ${name}?`,
    typed(`${command} ${name}`),
  );
}

/** What `--part` means. */
export type Parts = Part | "all";

/**
 * The part that `--part` names; null where it was not given.
 *
 * @param command what to type it after, for the next thing to type
 */
export function partNamed(word: string | undefined, command: string): Parts | null | Problem {
  if (word === undefined || word === "one" || word === "two" || word === "all") return word ?? null;
  const next = typed(`${command} --part two`);
  return problem("no-such-part", `--part takes one, two or all, not "${word}".`, next);
}

/** Names for a document: a workspace's files from its folder (`root`, absolute), wherever the learner is. */
export function namesInDocument(
  { cwd }: Context,
  root: string | null,
  checked: string | null = null,
): NameFile {
  return namesFrom([root, cwd], checked);
}

/** Names for the screen: paths that can be typed where the learner is or, inside the workspace, from its folder. */
export function namesOnScreen(
  { cwd }: Context,
  root: string | null,
  checked: string | null = null,
): NameFile {
  const outside = root !== null && cwd !== null && isBelow(realPathOf(cwd), root);
  return namesFrom(outside ? [cwd] : [root, cwd], checked);
}
