/** Which packages a submission asks for: by an error that it ended with, or as its source says. */

import { existsSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { isAbsolute, join } from "node:path";
import { besideLibraries } from "../base/package.ts";
import { loadSource } from "../check/checker/load-source.ts";
import { codeOf } from "./read-submission.ts";
import type { HandedInFile, Submission } from "./submission.ts";

/**
 * The package that a specifier names; null where it names a file, a part of Node, or what looks like a file of the
 * submission: "routes/login" for "./routes/login" is a mistake of the student's.
 */
export function packageOf(specifier: string, { files }: Submission): string | null {
  if (/^[.#]/.test(specifier) || isAbsolute(specifier) || specifier.includes(":")) return null;
  const isOwn = (name: string) =>
    name === specifier || name.includes(`${specifier}.`) || name.includes(`${specifier}/`);
  if (files.some(({ name }) => isOwn(name))) return null;
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  return builtinModules.includes(name) ? null : name;
}

/** Whether a program finds a package: among the libraries of the tutor, or in `modules`, see `stageSubmission`. */
function isThere(name: string, modules: string | null): boolean {
  if (modules !== null && existsSync(join(modules, name))) return true;
  try {
    createRequire(besideLibraries).resolve(name);
    return true;
  } catch (error) {
    // Any other error is about how it may be loaded.
    return codeOf(error) !== "MODULE_NOT_FOUND";
  }
}

/** Where a line may stand that is not always run, by the types of nodes around it. */
const SOMETIMES = /Function|^(?:TryStatement|IfStatement|ConditionalExpression|LogicalExpression)$/;

/**
 * The packages that a file, or what it loads, certainly asks for and will not find. Nothing is run.
 *
 * @param modules see `stageSubmission`
 */
export async function packagesLacking(
  submission: Submission,
  { path }: HandedInFile,
  modules: string | null,
): Promise<string[]> {
  const [source, { loadsOf }, { findInSource }, { textOf }] = await Promise.all([
    loadSource(path),
    import("../check/source/modules.ts"),
    import("../check/source/found.ts"),
    import("../check/source/at-place.ts"),
  ]);
  const always = findInSource(source, (_, ancestors) => !ancestors.some(({ type }) => SOMETIMES.test(type)));
  const nodes = new Set(always.map(({ node }) => node));
  const names = loadsOf(source)
    .filter(({ file, node }) => nodes.has(node) && !/^import type\b/.test(textOf(source, file, node)))
    .flatMap(({ specifier }) => packageOf(specifier, submission) ?? []);
  return [...new Set(names)].filter((name) => !isThere(name, modules));
}
