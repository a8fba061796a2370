/** `solution`: prints the reference solution, and its difference from the learner's file. */

import { readFileSync } from "node:fs";
import { loadCourse, solutionOf } from "../course/course.ts";
import type { Step } from "../course/step.ts";
import { typed } from "../invocation.ts";
import { isProblem } from "../problem.ts";
import { languageOf, learnerFile } from "../workspace/files.ts";
import { progressOf } from "../workspace/progress.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { confirmed } from "./ask.ts";
import type { Context, Outcome } from "./context.ts";
import { namedStep, namesOnScreen, openHere, stepMeant } from "./here.ts";
import { showSolution } from "./show.ts";

export interface SolutionOptions {
  yes?: boolean;
}

/** @param word the step as typed; undefined: the current one */
export async function solution(
  word: string | undefined,
  options: SolutionOptions,
  context: Context,
): Promise<Outcome> {
  const course = await loadCourse();
  const named = word === undefined ? null : namedStep(course, "solution", word);
  if (isProblem(named)) return named;
  const found = openHere(context, course);
  // Whoever names the step needs no workspace to read its solution.
  if (isProblem(found) && (found.id !== "no-workspace" || !named)) return found;
  const workspace = isProblem(found) ? null : found;
  const step = named ?? (workspace && stepMeant(course, "solution", undefined, workspace));
  if (step === null || isProblem(step)) return step ?? "done";

  const passed = workspace !== null && progressOf(workspace.progress, step).passedAt !== null;
  if (!passed && !options.yes) {
    const question = `Step ${step.number} is not passed yet. Show its solution all the same?`;
    const answer = await confirmed(context, question, typed(`solution ${step.number} --yes`));
    if (isProblem(answer)) return answer;
    if (!answer) {
      context.print(`A hint may be enough: ${typed(`hint ${step.number}`)}`);
      return "done";
    }
  }
  await print(context, step, workspace);
  return "done";
}

async function print(context: Context, step: Step, workspace: Workspace | null): Promise<void> {
  const file = workspace && learnerFile(workspace.root, step);
  const language = file ? languageOf(file) : (workspace?.progress.language ?? "js");
  const code = solutionOf(step, language);
  await showSolution(
    context,
    step,
    code,
    language,
    file ? { name: namesOnScreen(context, workspace?.root ?? null)(file), text: readText(file) } : null,
  );
}

/** A learner's file (absolute) as text; "" where it cannot be read: then everything is different. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
