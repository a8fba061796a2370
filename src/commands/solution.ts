/** `solution`: prints the reference solution, and its difference from the learner's file. */

import { writeFileSync } from "node:fs";
import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Step } from "../check/step.ts";
import { loadCourse, solutionOf } from "../course/course.ts";
import { progressOf } from "../workspace/progress.ts";
import { languageOf, learnerFile } from "../workspace/step-files.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { confirmed } from "./ask-yes-or-no.ts";
import { exists, writeProblem } from "../workspace/write-problem.ts";
import { fromHere } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { namedStep, namesOnScreen, openHere, stepMeant } from "./step-and-workspace.ts";
import { showDifference, showMarkdown, sourceOf, tell } from "./show.ts";

export interface SolutionOptions {
  yes?: boolean;
  /** A new file, as typed. */
  save?: string;
}

/** @param word the step as typed; undefined: the current one */
export async function solution(
  word: string | undefined,
  options: SolutionOptions,
  context: Context,
): Promise<Outcome> {
  const course = loadCourse();
  const named = word === undefined ? null : namedStep(course, "solution", word);
  if (isProblem(named)) return named;
  const workspace = openHere(context, course);
  if (isProblem(workspace)) {
    // To read about a step that they name, learners need no workspace.
    if (workspace.id !== "no-workspace" || !named) return workspace;
    return solutionWith(null, named, options, context);
  }
  const step = named ?? stepMeant(course, "solution", undefined, workspace);
  return isProblem(step) ? step : solutionWith(workspace, step, options, context);
}

async function solutionWith(
  workspace: Workspace | null,
  step: Step,
  options: SolutionOptions,
  context: Context,
): Promise<Outcome> {
  const passed = workspace !== null && progressOf(workspace.progress, step).passedAt !== null;
  if (!passed && !options.yes) {
    const question = `Step ${step.number} is not passed yet. Show its solution all the same?`;
    const answer = await confirmed(context, question, typed(`solution ${step.number} --yes`));
    if (isProblem(answer)) return answer;
    if (!answer) {
      tell(context, `A hint may be enough: ${typed(`hint ${step.number}`)}`);
      return "done";
    }
  }
  const file = workspace && learnerFile(workspace.root, step);
  const language = file === null ? (workspace?.progress.language ?? "js") : languageOf(file);
  const code = solutionOf(step, language);
  if (options.save !== undefined) return saveSolution(code, step, options.save, context);
  await showMarkdown(
    context,
    `# Step ${step.number}: the reference solution\n\n\`\`\`${language}\n${code}\`\`\``,
  );
  const own = file === null ? null : sourceOf(file);
  if (file === null || own === null) return "done";
  const name = namesOnScreen(context, workspace?.root ?? null)(file);
  showDifference(context, name, own, code);
  return "done";
}

/** Writes a solution into a file that does not exist yet. */
function saveSolution(code: string, { number }: Step, path: string, context: Context): Outcome {
  const file = fromHere(context, path);
  if (isProblem(file)) return file;
  try {
    writeFileSync(file, code, { flag: "wx" });
  } catch (error) {
    if (!exists(error)) return writeProblem(error, path);
    const message = `${path} is there already, and is left as it is.`;
    return problem("file-exists", message, typed(`solution ${number} --save other-name.js`));
  }
  tell(context, `The solution of step ${number} is in ${path}.`);
  return "done";
}
