/** Finds the files that a program loads by names which it puts together: every file of ./routes, `./routes/${name}`. */

import { readdirSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { calledName, child, findAll, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

const CODE = /\.[cm]?[jt]s$/;
const MOST = 30;

/** Whether a node loads a file by a name that the program puts together. */
export function loadsByName(node: Node): boolean {
  const isLoad = node.type === "ImportExpression" || calledName(node) === "require";
  const given = child(node, "source") ?? list(node, "arguments")[0];
  return isLoad && given !== undefined && stringOf(given) === null;
}

/** The text with which a name begins that is put together: `./routes/` of `./routes/${name}` and of "./routes/" + name. */
function beginning(node: Node | null): string | null {
  if (node?.type === "BinaryExpression") return beginning(child(node, "left"));
  const [first] = node?.type === "TemplateLiteral" ? list(node, "quasis") : [];
  const value: unknown = first && Reflect.get(first, "value");
  if (typeof value === "object" && value !== null && "cooked" in value) return String(value.cooked);
  return node ? stringOf(node) : null;
}

/** Names of the folder of the file that is running. */
function isOwnFolder(node: Node | undefined): boolean {
  return node !== undefined && /^(__dirname|dirname)$/.test(nameOf(node) ?? "");
}

/** The folder, below that of its file, which a node names: "./routes", join(__dirname, "routes"). null: it names none. */
function folderIn(node: Node): string | null {
  const given = list(node, "arguments");
  if (/^(join|resolve)$/.test(calledName(node) ?? "") && isOwnFolder(given[0])) {
    const texts = given.slice(1).map(stringOf);
    const end = texts.indexOf(null);
    return ["."].concat(texts.slice(0, end < 0 ? texts.length : end).map(String)).join("/");
  }
  if (calledName(node) === "readdirSync" || calledName(node) === "readdir") {
    if (isOwnFolder(given[0])) return ".";
    return given[0] ? stringOf(given[0]) : null;
  }
  const name = loadsByName(node) ? beginning(child(node, "source") ?? given[0] ?? null) : null;
  return name === null ? null : name.slice(0, name.lastIndexOf("/") + 1);
}

/** The files of code in a folder and in those right below it, absolute; none where it cannot be read. */
function codeIn(folder: string, deep = true): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (/^\.|^node_modules$/.test(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return deep ? codeIn(path, false) : [];
      return entry.isFile() && CODE.test(entry.name) ? [path] : [];
    });
  } catch {
    return [];
  }
}

/**
 * The files (absolute) that a file may load by names which it puts together. Those of its own folder are among them only
 * where it reads that folder, or where it has their names as texts: others may lie there that are programs of their own.
 *
 * @param file absolute
 * @param ast what it holds
 */
export function loadedByName(file: string, ast: Node): string[] {
  const nodes = findAll(ast, () => true);
  if (!nodes.some(loadsByName)) return [];
  const own = dirname(file);
  const folders = new Set(nodes.flatMap((node) => folderIn(node) ?? []));
  const texts = new Set(nodes.flatMap((node) => stringOf(node) ?? []));
  const isNamed = (path: string) => {
    const name = path.slice(own.length + 1);
    return [name, name.replace(CODE, ""), `./${name}`].some((one) => texts.has(one));
  };
  const readsOwn = folders.has(".") && /(^|[\\/])index\.\w+$/.test(file);
  return [...folders]
    .map((folder) => resolve(own, folder))
    .filter((folder) => `${folder}${sep}`.startsWith(`${own}${sep}`))
    .flatMap((folder) => codeIn(folder).filter((path) => folder !== own || readsOwn || isNamed(path)))
    .slice(0, MOST);
}
