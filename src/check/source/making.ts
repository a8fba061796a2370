/** Follows a value through the source: from the answer that holds it, back to the code that makes it. */

import { functionsCalled } from "./calls.ts";
import { handlersOf } from "./handlers.ts";
import type { Found } from "./found.ts";
import type { Source } from "./source.ts";
import { bare, child, findAll, isFunction, isPartOf, list, nameOf, returned, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** How many calls deep a value is followed. */
const DEEPEST = 5;
/** How many expressions one value is followed through. */
const MOST = 80;

/** The functions of a route, and those that they call by name, as far as the source shows. */
export function functionsOf(source: Source, method: string, path: string): Found[] {
  return withCalled(source, handlersOf(source, method, path));
}

/** Some functions, and those that they call by name, as far as the source shows. */
export function withCalled(source: Source, functions: readonly Found[]): Found[] {
  const found = [...functions];
  for (let depth = 0, from = 0; depth < DEEPEST && from < found.length; depth++) {
    const level = found.slice(from);
    from = found.length;
    const calls = within(level, ({ type }) => type === "CallExpression" || type === "NewExpression");
    for (const one of calls.flatMap((call) => functionsCalled(source, call.node)))
      if (!found.some(({ node }) => node === one.node)) found.push(one);
  }
  return found;
}

/** Every node inside some others for which `test` holds, each once, in their order. */
export function within(
  found: readonly Found[],
  test: (node: Node, ancestors: readonly Node[]) => boolean,
): Found[] {
  const seen = new Set<Node>();
  return found.flatMap(({ file, node }) =>
    findAll(node, test).flatMap((inner) => {
      if (seen.has(inner)) return [];
      seen.add(inner);
      return [{ file, node: inner }];
    }),
  );
}

/** Whether a pattern binds a name: `token`, `{ token }`, `[token]`, with or without a default. */
function binds(pattern: Node | null, name: string): boolean {
  if (!pattern) return false;
  if (pattern.type === "Identifier") return nameOf(pattern) === name;
  if (pattern.type === "AssignmentPattern") return binds(child(pattern, "left"), name);
  if (pattern.type === "ArrayPattern") return list(pattern, "elements").some((one) => binds(one, name));
  if (pattern.type !== "ObjectPattern") return false;
  return list(pattern, "properties").some((one) =>
    binds(child(one, "value") ?? child(one, "argument"), name),
  );
}

interface Binding extends Found {
  /** The function that holds the binding; null: it stands outside of all functions. */
  scope: Node | null;
}

/** The values that a name gets in the source: in a declaration, an assignment, or as the default of a parameter. */
function bindingsOf(source: Source, name: string): Binding[] {
  return source.files.flatMap(({ path, ast }) => {
    if (!ast) return [];
    const bindings: Binding[] = [];
    findAll(ast, (node, ancestors) => {
      const scope = ancestors.findLast(isFunction) ?? null;
      const add = (value: Node | null, seenFrom = scope) => {
        if (value && !isCallOf(value, "require")) bindings.push({ file: path, node: value, scope: seenFrom });
      };
      if (node.type === "VariableDeclarator" && binds(child(node, "id"), name)) add(child(node, "init"));
      const left = node.type === "AssignmentExpression" ? bare(child(node, "left")) : null;
      // A member of an object, such as req, can be read wherever that object goes.
      if (left && nameOf(left) === name)
        add(child(node, "right"), left.type === "MemberExpression" ? null : scope);
      // In TypeScript, a member that a constructor declares among its parameters can be read in the whole class.
      const isMember = ancestors.at(-1)?.type === "TSParameterProperty";
      if (node.type === "AssignmentPattern" && nameOf(child(node, "left")) === name)
        add(child(node, "right"), isMember ? null : scope);
      if (node.type === "PropertyDefinition" && nameOf(child(node, "key")) === name)
        add(child(node, "value"));
      return false;
    });
    return bindings;
  });
}

/** Whether a use of a name can see a binding: in the same function, around it, or outside of all functions. */
function isSeenFrom({ file, scope }: Binding, use: Found): boolean {
  if (scope === null) return true;
  return file === use.file && isPartOf(use.node, scope);
}

/** The values that a function returns; those that a generator yields as well. */
export function resultsOf({ file, node }: Found): Found[] {
  return returned(node).map((value) => ({ file, node: value }));
}

/** The value of a member in the object that its variable is declared with: record.token; null where it is not there. */
function fieldBehind(source: Source, { file, node }: Found): Found | null {
  const object = child(node, "object");
  const declared = object ? declarationBehind(source, { file, node: object }) : null;
  const literal = bare(declared?.node ?? null);
  if (!declared || literal?.type !== "ObjectExpression") return null;
  const field = list(literal, "properties").find((one) => nameOf(child(one, "key")) === nameOf(node));
  const value = field ? child(field, "value") : null;
  return value ? { file: declared.file, node: value } : null;
}

/** The expressions that a value is made of, the nearest first. Variables and functions are followed. */
export function makingOf(source: Source, start: readonly Found[]): Found[] {
  const trail: Found[] = [];
  const queue = [...start];
  for (let next = queue.shift(); next && trail.length < MOST; next = queue.shift()) {
    const current = next;
    if (trail.some(({ node }) => node === current.node)) continue;
    trail.push(current);
    for (const { node } of within([current], ({ type }) =>
      ["Identifier", "MemberExpression", "CallExpression", "NewExpression"].includes(type),
    )) {
      const name = nameOf(node.type.endsWith("Expression") ? (child(node, "callee") ?? node) : node);
      if (name === null) continue;
      if (node.type === "CallExpression" || node.type === "NewExpression") {
        queue.push(...functionsCalled(source, node).flatMap(resultsOf));
        continue;
      }
      const own = node.type === "MemberExpression" ? fieldBehind(source, { file: current.file, node }) : null;
      if (own) {
        queue.push(own);
        continue;
      }
      const seen = bindingsOf(source, name).filter((one) => isSeenFrom(one, { file: current.file, node }));
      const inner = seen.filter(({ scope }) => scope !== null);
      queue.push(...(inner.length > 0 ? inner : seen));
    }
  }
  return trail;
}

/** The values of a field, by its name, in the objects of a route's functions. */
export function fieldsAnswered(source: Source, method: string, path: string, name: string): Found[] {
  return within(functionsOf(source, method, path), (node, ancestors) => {
    const key = node.type === "Property" ? child(node, "key") : null;
    return (
      key !== null && ancestors.at(-1)?.type === "ObjectExpression" && (nameOf(key) ?? stringOf(key)) === name
    );
  }).flatMap(({ file, node }) => {
    const value = child(node, "value");
    return value ? [{ file, node: value }] : [];
  });
}

/** The declaration, in the same function, of the variable that a value is; null where the value is none. */
export function declarationBehind(source: Source, { file, node }: Found): Found | null {
  const name = node.type === "Identifier" ? nameOf(node) : null;
  const [seen] = bindingsOf(source, name ?? "").filter(
    (one) => name !== null && one.scope !== null && isSeenFrom(one, { file, node }),
  );
  return seen ?? null;
}

/** The expressions that make the token which POST /login answers with. */
export function makingOfToken(source: Source, name: "accessToken" | "refreshToken"): Found[] {
  return makingOf(source, fieldsAnswered(source, "POST", "/login", name));
}

/** Whether a node calls a function or method with one of these names. */
export function isCallOf(node: Node, ...names: readonly string[]): boolean {
  return node.type === "CallExpression" && names.includes(nameOf(child(node, "callee")) ?? "");
}
