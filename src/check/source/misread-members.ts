/** Finds where a member is compared that no object of the program has, while it has one of nearly the same name. */

import { findInSource, onceForSource } from "./found.ts";
import type { Found } from "./found.ts";
import { within } from "./making.ts";
import type { Source } from "./source.ts";
import { child, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** The names under which the program's objects keep something: keys, fields of classes, assigned members. */
const keysSet = onceForSource((source) => {
  const keys = new Set<string>();
  findInSource(source, (node, ancestors) => {
    const around = ancestors.at(-1)?.type ?? "";
    const isKey =
      (node.type === "Property" && around === "ObjectExpression") ||
      /^(PropertyDefinition|MethodDefinition)$/.test(node.type);
    const key = isKey ? child(node, "key") : null;
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    const parameter = node.type === "TSParameterProperty" ? child(node, "parameter") : null;
    for (const name of [nameOf(key), key && stringOf(key), nameOf(parameter)]) if (name) keys.add(name);
    if (left?.type === "MemberExpression") keys.add(nameOf(left) ?? "");
    return false;
  });
  return keys;
});

/** Whether one name begins as the other: family and familyId, expires and expiresAt. */
function beginsAs(name: string, other: string): boolean {
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  return short.length >= 4 && short !== long && long.startsWith(short);
}

/** A comparison with such a member, in some code, and the name that was meant. */
export interface MisreadMember extends Found {
  /** The name that is read. */
  name: string;
  /** The name that the program's objects have. */
  meant: string;
}

/** The first comparison in some code with a member that nothing sets, where something sets one of nearly the same name. */
export function misreadMember(source: Source, code: readonly Found[]): MisreadMember | null {
  const keys = keysSet(source);
  const meantBy = (node: Node | null): [string, string][] => {
    const object = node?.type === "MemberExpression" ? child(node, "object") : null;
    const name = nameOf(node);
    // Members of members, as in req.body.name, are the client's.
    if (!node || object?.type !== "Identifier" || name === null || keys.has(name)) return [];
    const meant = [...keys].find((key) => beginsAs(name, key));
    return meant === undefined ? [] : [[name, meant]];
  };
  const compared = within(code, ({ type }) => type === "BinaryExpression");
  for (const { file, node } of compared) {
    const [found] = [child(node, "left"), child(node, "right")].flatMap(meantBy);
    if (found) return { file, node, name: found[0], meant: found[1] };
  }
  return null;
}

/**
 * Where a function reads a member of its first parameter that nothing sets, while something sets one of nearly the same
 * name: error.status, where errors have statusCode. null where there is none.
 */
export function misreadOfParameter(source: Source, { file, node: owner }: Found): MisreadMember | null {
  const keys = keysSet(source);
  const parameter = nameOf(list(owner, "params")[0] ?? null);
  for (const { node } of within([{ file, node: owner }], ({ type }) => type === "MemberExpression")) {
    const name = nameOf(node);
    const object = child(node, "object");
    if (parameter === null || object?.type !== "Identifier" || nameOf(object) !== parameter) continue;
    const meant = name === null || keys.has(name) ? undefined : [...keys].find((key) => beginsAs(name, key));
    if (name !== null && meant !== undefined) return { file, node, name, meant };
  }
  return null;
}

/**
 * A field of an object in some code that nothing reads, while something reads one of nearly the same name: statusCode,
 * where status is asked for. null where there is none.
 */
export function unreadField(source: Source, code: readonly Found[]): MisreadMember | null {
  const read = new Set<string>();
  findInSource(source, (node, ancestors) => {
    const isTaken = node.type === "Property" && ancestors.at(-1)?.type === "ObjectPattern";
    const name = isTaken
      ? nameOf(child(node, "key"))
      : node.type === "MemberExpression"
        ? nameOf(node)
        : null;
    if (name !== null) read.add(name);
    return false;
  });
  const fields = within(
    code,
    (node, ancestors) => node.type === "Property" && ancestors.at(-1)?.type === "ObjectExpression",
  );
  for (const { file, node } of fields) {
    const name = nameOf(child(node, "key"));
    const meant = name === null || read.has(name) ? undefined : [...read].find((one) => beginsAs(name, one));
    if (name !== null && meant !== undefined) return { file, node, name, meant };
  }
  return null;
}
