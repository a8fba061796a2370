/** Whether the learner's file can be checked at all. */

import { accessSync, constants, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { NameFile } from "../base/file-names.ts";
import { typed } from "../base/invocation.ts";
import { nearest } from "../base/nearest.ts";
import { problem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { shellWord } from "../base/shell.ts";
import { isTypeScript } from "../base/typescript.ts";
import type { Step } from "../check/step.ts";
import { slugOf, stepsOf } from "../course/course.ts";
import type { Course } from "../course/course.ts";
import { progressOf } from "../workspace/progress.ts";
import { EXTENSIONS, learnerFile } from "../workspace/step-files.ts";
import type { Workspace } from "../workspace/workspace.ts";

function neighbour(file: string): string | undefined {
  try {
    const names = readdirSync(dirname(file)).filter((name) =>
      EXTENSIONS.some((end) => extname(name) === end),
    );
    const name = nearest(basename(file), names);
    return name === undefined ? undefined : join(dirname(file), name);
  } catch {
    return undefined;
  }
}

/**
 * Why a file cannot be checked; null where it can.
 *
 * @param file absolute
 * @param name the file as the learner knows it
 * @param again the command that names a file, for the next thing to type: `again("app.js")`
 */
export function fileTrouble(file: string, nameOf: NameFile, again: (name: string) => string): Problem | null {
  const name = nameOf(file);
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) {
      const other = neighbour(file);
      const guess = other === undefined ? "path/to/app.js" : nameOf(other);
      return problem("no-such-file", `There is no file ${name}.`, again(guess));
    }
    if (stat.isDirectory()) {
      const entry = neighbour(join(file, "app.js"));
      return problem(
        "is-folder",
        `${name} is a folder; name the file that starts your app.`,
        again(nameOf(entry ?? join(file, "app.js"))),
      );
    }
    if (!stat.isFile())
      return problem("not-a-file", `${name} is not a regular file.`, again("path/to/app.js"));
    if (!EXTENSIONS.some((end) => extname(file) === end)) {
      return problem(
        "wrong-extension",
        `${name} is neither JavaScript nor TypeScript: it must end with ${EXTENSIONS.join(", ")}.`,
        again("path/to/app.js"),
      );
    }
    if (isTypeScript(file) && file.includes("?")) {
      // For tsx, a question mark begins the query of a URL.
      const message = `${name} has a question mark in its path: TypeScript files cannot be loaded from there.`;
      return problem("odd-path", message, "Rename it and try again.");
    }
    accessSync(file, constants.R_OK);
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null) throw error;
    return problem(
      "unreadable",
      `${name} may not be read (${code}).`,
      "Make it readable for you and try again.",
    );
  }
}

/**
 * The learner's file of a step, absolute.
 *
 * @param course to tell what comes before the step
 */
export function handedIn(
  workspace: Workspace,
  course: Course,
  step: Step,
  nameOf: NameFile,
): string | Problem {
  const { root, progress } = workspace;
  const { number } = step;
  const file = learnerFile(root, step);
  if (file !== null) {
    return fileTrouble(file, nameOf, (name) => typed(`check ${number} --file ${shellWord(name)}`)) ?? file;
  }
  const before = stepsOf(course, "all").find((other) => other.number === number - 1);
  if (before && progressOf(progress, before).passedAt === null) {
    const message = `Step ${number} has no file yet; passing step ${before.number} makes it from your code.`;
    return problem("no-file-yet", message, typed(`check ${before.number}`));
  }
  if (before && before.part !== step.part && (progress.steps[step.name]?.checks ?? 0) === 0) {
    const message = `Step ${number} has no file yet; it is made from your code of step ${before.number} once you go there.`;
    return problem("no-file-yet", message, typed(`start --step ${number}`));
  }
  const message = `The file of step ${number} is gone: steps/${slugOf(step)}.${progress.language}`;
  return problem("file-gone", `${message}. Its starter can be put back.`, typed(`reset ${number}`));
}
