/** `start`: the guided session in a terminal; without one, the lesson and what to type next. */

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { typed } from "../base/invocation.ts";
import { isProblem, problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import { checkFile } from "../check/check-file.ts";
import { DEADLINES } from "../check/deadlines.ts";
import type { Step } from "../check/step.ts";
import { tellAttack } from "../drawing/attack.ts";
import { courseText, hintsOf, loadCourse, stepsBefore, stepsOf, textOf } from "../course/course.ts";
import type { Course, Language } from "../course/course.ts";
import type { Setting } from "../session/state.ts";
import { findWorkspace, WORKSPACE } from "../workspace/find-workspace.ts";
import { arriveAt, beginsWithSolution } from "../workspace/go-to-step.ts";
import type { Arrival } from "../workspace/go-to-step.ts";
import { installLineFor } from "../workspace/libraries.ts";
import { isFree, makeWorkspace } from "../workspace/make-workspace.ts";
import { currentStep, passedSteps, progressOf } from "../workspace/progress.ts";
import { openWorkspace } from "../workspace/workspace.ts";
import { fromHere } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { namedStep, namesOnScreen } from "./step-and-workspace.ts";
import { showMarkdown, sourceOf } from "./show.ts";
import { whileWaiting } from "./while-waiting.ts";

export interface StartOptions {
  /** As typed. */
  lang?: string;
  step?: string;
  /** False for `--no-watch`. */
  watch: boolean;
}

/** @param dir the workspace as typed; undefined: the one where the learner is, else ./refresh-tutor */
export async function start(
  dir: string | undefined,
  options: StartOptions,
  context: Context,
): Promise<Outcome> {
  const language = languageFrom(options.lang);
  if (isProblem(language)) return language;
  const course = loadCourse();
  const wanted = options.step === undefined ? null : namedStep(course, "start --step", options.step);
  if (isProblem(wanted)) return wanted;
  const root = rootFor(dir ?? context.dir, course, context);
  if (isProblem(root)) return root;
  const present = findWorkspace(root) === root ? openWorkspace(root, course) : null;
  if (isProblem(present)) return present;

  // A learner who names the step, or who cannot be asked, has no choice to make.
  const guided = context.interactive && !isAutomated(process.env);
  const asked = present === null && wanted === null && guided;
  const workspace = asked ? null : (present ?? makeWorkspace(root, course, language ?? "js"));
  if (isProblem(workspace)) return workspace;
  const isAhead = workspace !== null && wanted !== null && beginsWithSolution(workspace, course, wanted);
  // A learner who can be asked is asked before a solution is shown.
  const ahead = guided && isAhead ? wanted : null;
  const step = workspace && ((ahead ? null : wanted) ?? currentStep(workspace.progress, course));
  const arrival = workspace && step && arriveAt(workspace, course, step);
  if (isProblem(arrival)) return arrival;
  if (!guided) return arrival ? printWay(arrival, course, present === null, isAhead, context) : "done";
  return guide(settingFor(course, root, language, options.watch, context), root, arrival, ahead, context);
}

/** Whether a build server runs this. Some of them give it a terminal, although no learner is there. */
function isAutomated({ CI }: NodeJS.ProcessEnv): boolean {
  return CI !== undefined && !["", "0", "false"].includes(CI);
}

function languageFrom(word: string | undefined): Language | null | Problem {
  if (word === undefined || word === "js" || word === "ts") return word ?? null;
  return problem("no-such-language", `--lang takes js or ts, not "${word}".`, typed("start --lang ts"));
}

/** The folder of the workspace, absolute: of the existing one, or of the one that can be made. */
function rootFor(dir: string | null, course: Course, context: Context): string | Problem {
  const from = fromHere(context, dir ?? ".");
  if (isProblem(from)) return from;
  const found = findWorkspace(from);
  if (found !== null) return found;
  const root = dir === null ? join(from, WORKSPACE) : from;
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat || (stat.isDirectory() && (dir !== null || isFree(root, course)))) return root;
  const what = stat.isDirectory() ? "holds something else" : "is a file";
  return problem(
    "folder-taken",
    `${namesOnScreen(context, null)(root)} ${what}.`,
    typed("start my-refresh-tutor"),
  );
}

function settingFor(
  course: Course,
  root: string,
  language: Language | null,
  watches: boolean,
  context: Context,
): Setting {
  const texts = (step: Step) => ({ lesson: textOf(step, "lesson.md"), hints: hintsOf(step) });
  const nameFile = namesOnScreen(context, root);
  return {
    course,
    texts: Object.fromEntries(stepsOf(course, "all").map((step) => [step.name, texts(step)])),
    about: courseText("about"),
    concepts: courseText("concepts"),
    production: courseText("production"),
    nameFile,
    folder: nameFile(root),
    installLine: installLineFor(root, language ?? "js"),
    watches,
    language,
  };
}

/** Runs the guided session. Afterwards, the screen shows where the learner is and how to go on. */
async function guide(
  setting: Setting,
  root: string,
  arrival: Arrival | null,
  ahead: Step | null,
  context: Context,
): Promise<Outcome> {
  const [{ Session }, { farewell }] = await Promise.all([
    import("../session/session.ts"),
    import("../session/farewell.ts"),
  ]);
  const session = new Session(context, setting, root, arrival, ahead);
  const ending = await session.run();
  if (!context.closed.aborted)
    context.print(farewell(session.state, context.canvas, context.plain, existsSync(root)));
  return ending;
}

/**
 * Prints what the session would show first: how far the learner is, the lesson, the file, what to type.
 *
 * @param isFirst whether the workspace was made just now; then it first says what the course is about
 * @param isAhead whether the file begins with the solution of the steps before; then it says so
 */
async function printWay(
  { workspace, step, file }: Arrival,
  course: Course,
  isFirst: boolean,
  isAhead: boolean,
  context: Context,
): Promise<Outcome> {
  if (workspace.notice !== null) context.warn(workspace.notice);
  const nameFile = namesOnScreen(context, workspace.root);
  if (isFirst) {
    await showMarkdown(context, courseText("about"));
    context.print("");
  }
  const steps = stepsOf(course, step.part);
  const passed = passedSteps(workspace.progress, steps).length;
  context.print(`Progress: ${passed} of ${steps.length} steps passed.\n`);
  if (step.part === "two" && progressOf(workspace.progress, step).checks === 0) {
    const verdict = await whileWaiting(context, "Attacking your code", checkFile(step, file, DEADLINES));
    context.print(`${tellAttack(verdict, { ...context.canvas, nameFile, sourceOf }).join("\n")}\n`);
  }
  await showMarkdown(context, textOf(step, "lesson.md"));
  const from = fromHere(context, ".");
  const reachable = !isProblem(from) && findWorkspace(from) === workspace.root;
  const install = step.part === "two" ? installLineFor(workspace.root, workspace.progress.language) : null;
  if (install !== null) context.print(`\nFor your editor to know the libraries: ${install}`);
  context.print(`\nYour file: ${nameFile(file)}`);
  if (isAhead)
    context.print(
      `It begins with the code of this course for ${stepsBefore(step)}, because step ${step.number - 1} is not passed yet.`,
    );
  context.print("Edit it, then type:");
  if (!reachable) context.print(`  cd ${shellWord(nameFile(workspace.root))}`);
  context.print(`  ${typed("check")}`);
  if (isFirst) {
    context.print(`Before that, if you like: ${typed("lesson concepts")}`);
    context.print(`Or 10 questions, easy, medium and hard: ${typed("quiz --test")}`);
  }
  return "done";
}
