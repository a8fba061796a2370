/** Makes a workspace. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isProblem } from "../base/problem.ts";
import type { Problem } from "../base/problem.ts";
import { isRecord } from "../base/shape.ts";
import { stepsOf } from "../course/course.ts";
import type { Course, Language } from "../course/course.ts";
import { ownFolder, stepsFolder } from "./find-workspace.ts";
import { dependenciesFor } from "./libraries.ts";
import { writeProgress } from "./progress.ts";
import { beginStep, learnerFile } from "./step-files.ts";
import { openWorkspace, progressByFiles, progressFile } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";
import { createFile, makeFolder } from "./write-file.ts";
import { writeProblem } from "./write-problem.ts";

/** The workspace's package.json. It has no "type", so that `require` and `import` both work in a .js file. */
function packageJson(language: Language): string {
  const content = {
    name: "refresh-tutor-workspace",
    private: true,
    description: "My steps through the refresh token pattern in Express",
    ...dependenciesFor(language),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function saysType(root: string): boolean {
  try {
    const data: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return isRecord(data) && "type" in data;
  } catch {
    return false;
  }
}

/**
 * Makes a workspace, or what is missing of one. Nothing that exists is written over.
 *
 * @param root absolute; need not exist
 * @param language of the starter
 */
export function makeWorkspace(root: string, course: Course, language: Language): Workspace | Problem {
  try {
    makeFolder(stepsFolder(root));
    makeFolder(ownFolder(root));
    createFile(join(root, "package.json"), packageJson(language), ownFolder(root));
    // A package.json above may say "type". One without it, nearer to the steps, lets both kinds of modules work.
    if (saysType(root))
      createFile(join(stepsFolder(root), "package.json"), '{ "private": true }\n', ownFolder(root));
    const progress = progressByFiles(root, course, language);
    createFile(progressFile(root), writeProgress(progress), ownFolder(root));
    const workspace = openWorkspace(root, course);
    if (isProblem(workspace)) return workspace;
    const [first] = course.steps;
    if (first) beginStep(root, first, workspace.progress.language);
    return workspace;
  } catch (error) {
    return writeProblem(error, root);
  }
}

/**
 * Whether a workspace in this folder would not be mixed up with other files.
 *
 * @param folder absolute; need not exist
 */
export function isFree(folder: string, course: Course): boolean {
  if (!existsSync(folder)) return true;
  return (
    readdirSync(folder).length === 0 ||
    stepsOf(course, "all").some((step) => learnerFile(folder, step) !== null)
  );
}
