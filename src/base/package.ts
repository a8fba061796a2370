/** The package itself: where it lies and which version it is. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** The package's folder, absolute. It is searched for, because this file may be bundled at any depth below it. */
export const packageRoot = findRoot();

/** A file that comes with the package, absolute. */
export function shipped(...path: string[]): string {
  return join(packageRoot, ...path);
}

/**
 * A file (absolute) for `createRequire`: from there, the copies of the learners' libraries that come with the package
 * are found. The file itself need not exist.
 */
export const besideLibraries = shipped("dist", "libraries", "here.js");

export function packageVersion(): string {
  const data: unknown = JSON.parse(readFileSync(shipped("package.json"), "utf8"));
  return typeof data === "object" && data !== null && "version" in data ? String(data.version) : "unknown";
}
