/** The file mixes the two module systems: require in an ES module, or import in CommonJS. */

import { findInSource, placeOfFound } from "../../source/found.ts";
import type { Source } from "../../source/source.ts";
import { loadsOf } from "../../source/modules.ts";
import { child, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What Node says when a file uses the words of one module system in the other (https://nodejs.org/api/esm.html). */
const TELLING =
  /Cannot use import statement outside a module|Unexpected token 'export'|Cannot use 'import\.meta' outside a module|import\.meta.*(only|outside)|(require|module|exports|__dirname|__filename) is not defined in ES module scope|require\(\) of ES Module|ERR_REQUIRE_ESM|Cannot determine intended module format|Top-level await is currently not supported with the "cjs"|await is only valid in async functions and the top level bodies of modules|require\(\) cannot be used on an ESM graph/;

function firstWord(source: Source, esmInCommonJs: boolean): Place | null {
  const [found] = findInSource(source, (node) => {
    if (esmInCommonJs) return /^(Import|Export)/.test(node.type) || node.type === "AwaitExpression";
    if (node.type === "CallExpression") return nameOf(child(node, "callee")) === "require";
    return (
      node.type === "MemberExpression" && ["module", "exports"].includes(nameOf(child(node, "object")) ?? "")
    );
  });
  return found ? placeOfFound(found) : null;
}

/** The line of an ES module that exports the CommonJS way, where an import of that module found nothing exported. */
function exportBehind(source: Source, said: string): Place | null {
  const specifier = /module '([^']+)' does not provide an export/.exec(said)?.[1];
  const loaded = loadsOf(source).find((load) => load.specifier === specifier);
  const [found] = findInSource(source, (node) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left !== null && isExports(left);
  }).filter(({ file }) => file === loaded?.path);
  return found ? placeOfFound(found) : null;
}

/** Whether a node is module.exports, or a member of it or of exports. */
function isExports(node: Node): boolean {
  const object = node.type === "MemberExpression" ? child(node, "object") : null;
  if (!object) return false;
  const isModule = nameOf(object) === "module" && nameOf(node) === "exports";
  return isModule || (object.type === "Identifier" && nameOf(object) === "exports") || isExports(object);
}

/** The type that the nearest package.json above the program sets; null where it sets none. */
function packageType({ files: [main] }: Source): string | null {
  for (let folder = main ? dirname(main.path) : ""; folder !== "";) {
    try {
      const type: unknown = Reflect.get(
        Object(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))),
        "type",
      );
      return typeof type === "string" ? type : null;
    } catch {
      // There is none here, or it is not JSON: the next folder above is looked at.
    }
    folder = dirname(folder) === folder ? "" : dirname(folder);
  }
  return null;
}

export const wrongModuleSystem: Mistake = {
  id: "wrong-module-system",
  find({ transcript: { boot, output }, source }) {
    if (boot.outcome !== "crashed") return null;
    const { fault } = boot;
    const said = fault ? `${fault.code} ${fault.message}` : output.map(({ text }) => text).join("");
    const unexported = exportBehind(source, said);
    if (!TELLING.test(said) && !unexported) return null;
    // An await in a function that is not async is a slip in either module system.
    if (/await is only valid/.test(said) && source.files.some(({ error }) => error !== null)) return null;
    const decided = packageType(source);
    const esmInCommonJs = !unexported && !/is not defined in ES module scope/.test(said);
    return {
      title: esmInCommonJs ? "An ES module's words in a CommonJS file" : "CommonJS words in an ES module",
      why: `Node has two module systems and takes this file for the ${esmInCommonJs ? "CommonJS one (require, module.exports)" : "ES module one (import, export)"}, ${decided === null ? 'by its ending, since no package.json above it says "type"' : `by its ending, or by "type": "${decided}" in package.json`}.${unexported ? " There, module.exports and exports give nothing out: only the word export does." : ""} It said: ${(fault?.message ?? "").split("\n")[0]}`,
      fix: esmInCommonJs
        ? `Either use require and module.exports here, or ${decided === "commonjs" ? 'write "type": "module" in package.json (npm init writes "commonjs")' : 'write "type": "module" in package.json'}, or name the file .mjs (or .mts).`
        : 'Either use import and export here, or write "type": "commonjs" in package.json, or name the file .cjs (or .cts).',
      place: unexported ?? fault?.place ?? firstWord(source, esmInCommonJs),
    };
  },
};
