/** The strings in a program's source. A reader of the source could try each of them as a key. */

import type { Word } from "../scenario.ts";
import type { Source } from "./source.ts";
import { child, findAll, list, nameOf, placeOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** In characters. A longer text is not a secret that a person typed. */
const LONGEST = 4_096;

/**
 * The text that strings give when they are joined, by "+" or in a template; null where the source alone does not give it.
 *
 * @param constants the texts of constants, by name
 */
function textOf(node: Node, constants: ReadonlyMap<string, string>): string | null {
  const joined = (parts: readonly (Node | null)[]) => {
    const texts = parts.map((part) => part && (constants.get(nameOf(part) ?? "") ?? textOf(part, constants)));
    return texts.every((text) => text !== null) ? texts.join("") : null;
  };
  if (node.type === "BinaryExpression") return joined([child(node, "left"), child(node, "right")]);
  if (node.type === "TemplateElement") {
    const cooked: unknown = Reflect.get(Object(Reflect.get(node, "value")), "cooked");
    return typeof cooked === "string" ? cooked : null;
  }
  if (node.type !== "TemplateLiteral") return stringOf(node);
  const inside = list(node, "expressions");
  return joined(list(node, "quasis").flatMap((quasi, at) => [quasi, ...inside.slice(at, at + 1)]));
}

/** The constants of a file that hold a string, by name. */
function constantsOf(ast: Node): Map<string, string> {
  const constants = new Map<string, string>();
  findAll(ast, (node) => {
    const [name, init] = [nameOf(child(node, "id")), child(node, "init")];
    const text = node.type === "VariableDeclarator" && init ? stringOf(init) : null;
    if (name !== null && text !== null) constants.set(name, text);
    return false;
  });
  return constants;
}

/**
 * The strings of a program's source, each once and with its place. Strings that are joined also count as one.
 */
export function wordsIn({ files }: Source): Word[] {
  const words = new Map<string, Word>();
  for (const { path, ast } of files) {
    if (!ast) continue;
    const constants = constantsOf(ast);
    const isWord = (one: Node) => one.type !== "TemplateElement" && textOf(one, constants) !== null;
    for (const node of findAll(ast, isWord)) {
      const text = textOf(node, constants) ?? "";
      if (text.length > LONGEST || words.has(text)) continue;
      words.set(text, { text, place: placeOf(path, node) });
    }
  }
  return [...words.values()];
}
