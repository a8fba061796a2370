/** Finds where a member is compared that no object of the program has, while it has one of nearly the same name. */

import { findInSource, onceForSource } from "./found.ts";
import type { Found } from "./found.ts";
import { within } from "./making.ts";
import type { Source } from "./source.ts";
import { child, isPartOf, list, nameOf, stringOf, walk } from "./syntax.ts";

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

/** The name that was meant by one which is not among the known ones; null where it is among them, or none is like it. */
function meantBy(name: string | null, known: ReadonlySet<string>): string | null {
  if (name === null || known.has(name)) return null;
  return [...known].find((one) => beginsAs(name, one)) ?? null;
}

/**
 * The first comparison in some code with a member that nothing sets, where something sets one of nearly the same name.
 *
 * @param operators of the comparisons that count
 */
export function misreadMember(
  source: Source,
  code: readonly Found[],
  operators: RegExp,
): MisreadMember | null {
  const keys = keysSet(source);
  const compared = within(code, (node) => operators.test(String(Reflect.get(node, "operator"))));
  for (const { file, node } of compared) {
    for (const side of [child(node, "left"), child(node, "right")]) {
      // Members of members, as in req.body.name, are the client's.
      const isMember = side?.type === "MemberExpression" && child(side, "object")?.type === "Identifier";
      const name = isMember ? nameOf(side) : null;
      const meant = meantBy(name, keys);
      if (name !== null && meant !== null) return { file, node, name, meant };
    }
  }
  return null;
}

/**
 * Where some code takes a member out of an object by a name that nothing sets, while something sets one of nearly the same
 * name: const { expires } = row, where rows have expiresAt. null where there is none.
 *
 * @param wanted the names that count
 */
export function misreadPattern(source: Source, code: readonly Found[], wanted: RegExp): MisreadMember | null {
  const keys = keysSet(source);
  const properties = findInSource(source, (node, ancestors) => {
    return node.type === "Property" && ancestors.at(-1)?.type === "ObjectExpression";
  });
  for (const owner of code) {
    for (const { file, node } of within([owner], ({ type }) => type === "VariableDeclarator")) {
      const pattern = child(node, "id");
      const isOfObject = pattern?.type === "ObjectPattern" && child(node, "init")?.type === "Identifier";
      for (const name of isOfObject
        ? list(pattern, "properties").flatMap((one) => nameOf(child(one, "key")) ?? [])
        : []) {
        // { expires } in the same function hands on what was taken, and sets nothing.
        const sets = properties.some(
          (one) =>
            nameOf(child(one.node, "key")) === name &&
            !(Reflect.get(one.node, "shorthand") === true && isPartOf(one.node, owner.node)),
        );
        const meant =
          wanted.test(name) && !sets ? meantBy(name, new Set([...keys].filter((key) => key !== name))) : null;
        if (meant !== null) return { file, node, name, meant };
      }
    }
  }
  return null;
}

/** What a status is called: other fields may be there for others to read. */
const STATUS = /status|code/i;

/**
 * Where a function reads the status of its first parameter under a name that nothing sets, while something sets one of
 * nearly the same name: error.status, where errors have statusCode. null where there is none.
 */
export function misreadStatus(source: Source, { file, node: owner }: Found): MisreadMember | null {
  const parameter = nameOf(list(owner, "params")[0] ?? null);
  for (const { node } of within([{ file, node: owner }], ({ type }) => type === "MemberExpression")) {
    const object = child(node, "object");
    const name = object?.type === "Identifier" && nameOf(object) === parameter ? nameOf(node) : null;
    const meant = STATUS.test(name ?? "") ? meantBy(name, keysSet(source)) : null;
    if (name !== null && meant !== null) return { file, node, name, meant };
  }
  return null;
}

/**
 * A status in an object of some code that nothing reads, while something reads one of nearly the same name: statusCode,
 * where status is asked for. null where there is none.
 */
export function unreadStatus(source: Source, code: readonly Found[]): MisreadMember | null {
  const read = new Set<string>();
  const fields: Found[] = [];
  for (const { path: file, ast } of source.files) {
    if (!ast) continue;
    walk(ast, (node, ancestors) => {
      const isTaken = node.type === "Property" && ancestors.at(-1)?.type === "ObjectPattern";
      const name = nameOf(isTaken ? child(node, "key") : node);
      if (name !== null && (isTaken || node.type === "MemberExpression")) read.add(name);
      const isField = node.type === "Property" && ancestors.at(-1)?.type === "ObjectExpression";
      if (isField && STATUS.test(nameOf(child(node, "key")) ?? "")) fields.push({ file, node });
    });
  }
  const inCode = new Set(within(code, ({ type }) => type === "Property").map(({ node }) => node));
  for (const { file, node } of fields) {
    const name = nameOf(child(node, "key"));
    const meant = inCode.has(node) ? meantBy(name, read) : null;
    if (name !== null && meant !== null) return { file, node, name, meant };
  }
  return null;
}
