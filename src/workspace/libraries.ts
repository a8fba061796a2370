/** The libraries of the course in a workspace's package.json, so that an editor knows them. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shipped } from "../base/package.ts";
import { isRecord } from "../base/shape.ts";
import type { Language } from "../course/course.ts";

const LIBRARIES = ["express", "jsonwebtoken", "jose", "cookie-parser"];
/** jose brings its types itself. */
const TYPES = ["@types/express", "@types/jsonwebtoken", "@types/cookie-parser"];

/** The fields of a package.json; an empty object where its text is not a JSON object. */
function read(packageJson: string): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(packageJson);
    return isRecord(data) ? data : {};
  } catch {
    return {};
  }
}

/** The version ranges that this package itself has for some other packages, by name. */
function rangesOf(names: readonly string[]): Record<string, string> {
  const own = read(readFileSync(shipped("package.json"), "utf8"));
  const ranges = { ...Object(own["devDependencies"]), ...Object(own["dependencies"]) };
  return Object.fromEntries(names.map((name) => [name, String(ranges[name] ?? "*")]));
}

/** The dependencies of a new workspace's package.json. */
export function dependenciesFor(language: Language) {
  return {
    dependencies: rangesOf(LIBRARIES),
    ...(language === "ts" && { devDependencies: rangesOf(TYPES) }),
  };
}

/** "jose@6" for "^6.2.18". A range such as "^6" has another meaning in some shells. */
function withMajor([name, range]: [string, string]): string {
  const major = /\d+/.exec(range)?.[0];
  return major === undefined ? name : `${name}@${major}`;
}

/**
 * The line that installs the libraries of the course that a package.json lacks.
 *
 * @param packageJson the file's text
 * @param language of the learner's files: TypeScript wants the types as well
 * @returns "npm install jose@6 …"; null where nothing is missing, or where the text is not a JSON object, which npm
 *   would refuse
 */
export function installLine(packageJson: string, language: Language): string | null {
  const content = read(packageJson);
  if (Object.keys(content).length === 0 && !/^\s*\{\s*\}\s*$/.test(packageJson)) return null;
  const kinds = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  const named = kinds.flatMap((kind) => Object.keys(Object(content[kind])));
  const wanted = language === "ts" ? [...LIBRARIES, ...TYPES] : LIBRARIES;
  const missing = Object.entries(rangesOf(wanted.filter((name) => !named.includes(name))));
  return missing.length === 0 ? null : `npm install ${missing.map(withMajor).join(" ")}`;
}

/**
 * The line that makes the libraries of part two known to the editor. A check does not need it.
 *
 * @param root the workspace, absolute
 * @returns null where nothing is missing, or where there is no package.json
 */
export function installLineFor(root: string, language: Language): string | null {
  try {
    return installLine(readFileSync(join(root, "package.json"), "utf8"), language);
  } catch {
    return null;
  }
}
