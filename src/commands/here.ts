/** Where a command works: the workspace, the step, the names of files. */

import { realpathSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { findStep, slugOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import type { Step } from "../check/step.ts";
import { typed } from "../base/invocation.ts";
import { nearest } from "../base/nearest.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { findWorkspace, noWorkspace } from "../workspace/find.ts";
import { currentStep } from "../workspace/progress.ts";
import { openWorkspace } from "../workspace/workspace.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fromHere } from "./context.ts";
import type { Context } from "./context.ts";

/** Opens the workspace that the learner means, and tells what has to be told about it. */
export function openHere(context: Context, course: Course): Workspace | Problem {
  const from = fromHere(context, context.dir ?? ".");
  if (isProblem(from)) return from;
  const root = findWorkspace(from);
  if (root === null) return noWorkspace(from);
  const workspace = openWorkspace(root, course);
  if (!isProblem(workspace) && workspace.notice !== null) context.warn(workspace.notice);
  return workspace;
}

/**
 * The step that was named, or the one that the learner is at.
 *
 * @param command what to type it after, for the next thing to type
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
  const count = course.steps.length;
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
    course.steps.flatMap((each) => [each.name, slugOf(each)]),
  );
  return problem(
    "no-such-step",
    `There is no step "${word}". Did you mean ${name}?`,
    typed(`${command} ${name}`),
  );
}

function isBelow(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** How a file (absolute) is named. */
export type NameFile = (file: string) => string;

/**
 * Names files from the first of some folders that they are below, else as they are; always with forward slashes.
 *
 * @param checked the file that is checked (absolute): it goes by the name it was given, even if that is a link
 */
function namesFrom(folders: readonly (string | null)[], checked: string | null): NameFile {
  const real = checked === null ? null : realOf(checked);
  const bases = folders.flatMap((folder) => (folder === null ? [] : [folder, realOf(folder)]));
  return (file) => {
    const named = checked !== null && file === real ? checked : file;
    const base = bases.find((each) => isBelow(each, named));
    return (base === undefined ? named : relative(base, named)).split(sep).join("/");
  };
}

/** Names in a document: a workspace's files from its folder (`root`, absolute), wherever the learner stands. */
export function namesInDocument(
  { cwd }: Context,
  root: string | null,
  checked: string | null = null,
): NameFile {
  return namesFrom([root, cwd], checked);
}

/** Names on the screen: paths that can be typed where the learner stands, or, inside the workspace, from its folder. */
export function namesOnScreen(
  { cwd }: Context,
  root: string | null,
  checked: string | null = null,
): NameFile {
  const outside = root !== null && cwd !== null && isBelow(realOf(cwd), root);
  return namesFrom(outside ? [cwd] : [root, cwd], checked);
}
