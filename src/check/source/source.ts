/** The learner's source: the file that was booted and the files that it loads, read and parsed. */

import { readFileSync, statSync } from "node:fs";
import type { Node, Parser } from "acorn";
import { isTypeScript } from "../../base/typescript.ts";
import type { Place } from "../transcript.ts";
import { loadedByName } from "./loaded-by-name.ts";
import { JavaScript, TypeScript } from "./parser.ts";
import { resolveRelative } from "./resolve-relative.ts";
import { childrenOf, isNode, stringOf } from "./syntax.ts";

export interface SourceFile {
  /** Absolute. */
  path: string;
  text: string;
  /** The syntax tree; null where the file cannot be parsed. */
  ast: Node | null;
  /** Why and where the parser stopped; null where it did not. */
  error: { message: string; line: number; column: number } | null;
}

export interface Source {
  /** The booted file is the first. Files of dependencies are not among them. */
  files: readonly SourceFile[];
  /** Where requests were seen to be handled, if the program was run: it may register its routes in no usual way. */
  handled?: readonly Handled[];
}

/** A line that took part in handling requests to a route. */
export interface Handled {
  method: string;
  path: string;
  /** It registered the handler that was entered, or it answered. */
  by: "registration" | "answer";
  place: Place;
}

/** A load of something that is no plain text. Most programs have none, and their trees are not walked for it. */
const MAY_LOAD_BY_NAME = /\b(?:require|import)\s*\(\s*(?!["'][^"']*["']\s*\))/;

const MOST_FILES = 40;
const LARGEST = 2 * 1024 * 1024;
function parseWith(parser: typeof Parser, text: string, sourceType: "module" | "script"): Node {
  return parser.parse(text, {
    ecmaVersion: "latest",
    sourceType,
    locations: true,
    allowHashBang: true,
    allowReturnOutsideFunction: sourceType === "script",
    allowAwaitOutsideFunction: true,
  });
}

function errorOf(error: unknown): SourceFile["error"] {
  const message = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, "") : String(error);
  const at: unknown = error instanceof Error && "loc" in error ? error.loc : null;
  const hasPlace = typeof at === "object" && at !== null && "line" in at && "column" in at;
  return { message, line: hasPlace ? Number(at.line) : 1, column: hasPlace ? Number(at.column) + 1 : 1 };
}

/**
 * Parses the text of one file, first as a module and then as a script.
 *
 * @param path absolute; its ending tells the language
 */
export function parseFile(path: string, text: string): SourceFile {
  const clean = text.replace(/^\uFEFF/, " ");
  const parser = isTypeScript(path) ? TypeScript : JavaScript;
  let error: SourceFile["error"] = null;
  for (const sourceType of ["module", "script"] as const) {
    try {
      return { path, text, ast: parseWith(parser, clean, sourceType), error: null };
    } catch (failure) {
      error ??= errorOf(failure);
    }
  }
  return { path, text, ast: null, error };
}

/** The specifiers that a file loads by import, export from, import() and require. */
function specifiersOf(ast: Node): string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    const { type } = node;
    if (type === "ImportDeclaration" || type.startsWith("Export") || type === "ImportExpression") {
      const source = Reflect.get(node, "source");
      const specifier = isNode(source) ? stringOf(source) : null;
      if (specifier !== null) found.push(specifier);
    }
    if (type === "CallExpression") {
      const callee = Reflect.get(node, "callee");
      const [first] = [Reflect.get(node, "arguments")].flat();
      if (isNode(callee) && Reflect.get(callee, "name") === "require" && isNode(first)) {
        const specifier = stringOf(first);
        if (specifier !== null) found.push(specifier);
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(ast);
  return found;
}

/**
 * Reads and parses a learner's file (absolute) and the files that it loads by relative imports, or may load by names that
 * it puts together. Never throws.
 */
export function readSource(main: string): Source {
  const files: SourceFile[] = [];
  const queue = [main];
  const seen = new Set(queue);
  while (queue.length > 0 && files.length < MOST_FILES) {
    const path = queue.shift();
    if (path === undefined) break;
    try {
      const stat = statSync(path);
      // By now the path may be something else, such as a pipe that no program writes to.
      if (!stat.isFile() || stat.size > LARGEST) continue;
      const file = parseFile(path, readFileSync(path, "utf8"));
      files.push(file);
      if (!file.ast) continue;
      const byPath = specifiersOf(file.ast).flatMap((specifier) => resolveRelative(path, specifier) ?? []);
      const byName = MAY_LOAD_BY_NAME.test(file.text) ? loadedByName(path, file.ast) : [];
      for (const next of [...byPath, ...byName]) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    } catch {
      // The file is gone or unreadable by now, and the rules work without it.
    }
  }
  return { files };
}
