/** `start`: makes the workspace, or goes on in it. */

import { statSync } from "node:fs";
import { join } from "node:path";
import { loadCourse, textOf } from "../course/course.ts";
import type { Course, Language } from "../course/course.ts";
import { quoted, typed } from "../invocation.ts";
import { isProblem, problem } from "../problem.ts";
import type { Problem } from "../problem.ts";
import { beginStep } from "../workspace/files.ts";
import { findWorkspace, WORKSPACE } from "../workspace/find.ts";
import { isFree, makeWorkspace } from "../workspace/make.ts";
import { atStep } from "../workspace/progress.ts";
import { writeProblem } from "../workspace/trouble.ts";
import { changeProgress, openWorkspace } from "../workspace/workspace.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fromHere } from "./context.ts";
import type { Context, Outcome } from "./context.ts";
import { namesOnScreen, stepMeant } from "./here.ts";
import { showMarkdown, tell } from "./show.ts";

export interface StartOptions {
  /** As typed. */
  lang?: string;
  step?: string;
  /** False for `--no-watch`. */
  watch: boolean;
}

/** @param dir the workspace as typed; undefined: the one that the learner stands in, else ./refresh-tutor */
export async function start(
  dir: string | undefined,
  options: StartOptions,
  context: Context,
): Promise<Outcome> {
  const { lang } = options;
  if (lang !== undefined && lang !== "js" && lang !== "ts") {
    return problem("no-such-language", `--lang takes js or ts, not "${lang}".`, typed("start --lang ts"));
  }
  const course = await loadCourse();
  const workspace = enter(dir ?? context.dir, lang ?? "js", course, context);
  if (isProblem(workspace)) return workspace;
  if (workspace.notice !== null) context.warn(workspace.notice);
  const step = stepMeant(course, "start --step", options.step, workspace);
  if (isProblem(step)) return step;
  const at =
    options.step === undefined ? workspace : changeProgress(workspace, (progress) => atStep(progress, step));
  if (isProblem(at)) return at;
  const file = fileOf(at, step);
  if (isProblem(file)) return file;

  await showMarkdown(context, textOf(step, "lesson.md"));
  const nameFile = namesOnScreen(context, at.root);
  const from = fromHere(context, ".");
  const reachable = !isProblem(from) && findWorkspace(from) === at.root;
  await tell(context, "", `Your file: ${nameFile(file)}`, "Edit it, save it, then type:");
  if (!reachable) context.print(`  cd ${quoted(nameFile(at.root))}`);
  context.print(`  ${typed("check")}`);
  return "done";
}

/** Opens the workspace, or makes it. */
function enter(
  dir: string | null,
  language: Language,
  course: Course,
  context: Context,
): Workspace | Problem {
  const from = fromHere(context, dir ?? ".");
  if (isProblem(from)) return from;
  const found = findWorkspace(from);
  if (found !== null) return openWorkspace(found, course);
  const root = dir === null ? join(from, WORKSPACE) : from;
  const stat = statSync(root, { throwIfNoEntry: false });
  const free = !stat || (stat.isDirectory() && (dir !== null || isFree(root, course)));
  if (free) return makeWorkspace(root, course, language);
  const what = stat.isDirectory() ? "holds something else" : "is a file";
  return problem(
    "folder-taken",
    `${namesOnScreen(context, null)(root)} ${what}.`,
    typed("start my-refresh-tutor"),
  );
}

function fileOf({ root, progress }: Workspace, step: Parameters<typeof beginStep>[1]): string | Problem {
  try {
    return beginStep(root, step, progress.language);
  } catch (error) {
    return writeProblem(error, root);
  }
}
