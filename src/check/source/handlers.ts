/** Finds the functions that handle a route. */

import type { Place } from "../transcript.ts";
import { callAt, functionsAt, isRegistration } from "./at-place.ts";
import { functionsCalled, functionsMeant } from "./calls.ts";
import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import { branchesFor } from "./dispatch.ts";
import { bindingOf } from "./scopes.ts";
import type { Source, SourceFile } from "./source.ts";
import { pathIn, rowsFor } from "./tables.ts";
import { calledName, child, contains, findAll, isFunction, list, nameOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

function fileOf(source: Source, path: string): SourceFile | null {
  return source.files.find((file) => file.path === path) ?? null;
}

/**
 * The functions that an argument of app.post(…) stands for: the argument itself, a name, a member, a bound or wrapped
 * function.
 */
function functionsBehind(source: Source, file: string, node: Node): readonly Found[] {
  if (isFunction(node)) return [{ file, node }];
  if (node.type === "ArrayExpression")
    return list(node, "elements").flatMap((one) => functionsBehind(source, file, one));
  if (node.type === "CallExpression") {
    const callee = child(node, "callee");
    const object =
      callee?.type === "MemberExpression" && nameOf(callee) === "bind" ? child(callee, "object") : null;
    if (object) return functionsBehind(source, file, object);
    const inside = list(node, "arguments").flatMap((argument) => functionsBehind(source, file, argument));
    const name = nameOf(callee);
    // A factory of the program makes the handler, whatever it is given besides.
    return name === null || !callee ? inside : [...inside, ...functionsMeant(source, callee)];
  }
  const made = madeBy(source, node);
  return made ? functionsBehind(source, file, made) : functionsMeant(source, node);
}

/** The call that a variable is declared with: const login = wrap(handler). */
function madeBy(source: Source, node: Node): Node | null {
  const binding = node.type === "Identifier" ? bindingOf(source, node, nameOf(node) ?? "") : null;
  const init = binding?.by === "variable" && binding.path.length === 0 ? child(binding.node, "init") : null;
  return init && init.type === "CallExpression" && calledName(init) !== "require" ? init : null;
}

/** The functions that a node calls; what these call in turn is left out. */
function calledIn(source: Source, { node }: Found): Found[] {
  const calls = findAll(node, ({ type }) => type === "CallExpression");
  return calls.flatMap((call) => functionsCalled(source, call));
}

/**
 * The functions that are registered for a route, as far as the source shows. A route is found by its method and the path
 * that is registered: where a router is mounted on a prefix, by the last part of the path. A program that registers none
 * may ask for the request itself. Where the source shows none of this, what was seen while it ran counts.
 */
export function registeredFor(source: Source, method: string, path: string): Found[] {
  const tail = `/${path.split("/").pop() ?? ""}`;
  const verbs = [method.toLowerCase(), "all"];
  const registrations = findInSource(source, (node) => {
    if (node.type !== "CallExpression") return false;
    const callee = child(node, "callee");
    return (
      callee?.type === "MemberExpression" &&
      verbs.includes(nameOf(callee) ?? "") &&
      isFor(source, node, path, tail)
    );
  });
  if (registrations.length === 0) {
    const branches = branchesFor(source, method, path);
    const rows = rowsFor(source, method, path);
    const inRows = rows.flatMap(({ file, handlers }) =>
      handlers.flatMap((one) => functionsBehind(source, file, one)),
    );
    if (branches.length > 0) return branches;
    return inRows.length > 0 ? dedupe(inRows) : handlersSeen(source, method, path);
  }
  return registrations.flatMap(({ file, node }) =>
    list(node, "arguments").flatMap((argument) =>
      pathIn(source, argument) === null ? functionsBehind(source, file, argument) : [],
    ),
  );
}

/** The functions that the registration at a place is given: app.use(authenticate). */
export function registeredAt(source: Source, place: Place): Found[] {
  const call = callAt(source, place);
  const given = call && isRegistration(call) ? list(call, "arguments") : [];
  return given.flatMap((one) =>
    pathIn(source, one) === null ? functionsBehind(source, place.file, one) : [],
  );
}

/** Whether a function has the parameters of a handler. */
function takesRequest(node: Node): boolean {
  const [request, response] = list(node, "params").map((one) => nameOf(one) ?? "");
  return /^_?(req|request|ctx)$/.test(request ?? "") || /^_?(res|response|reply)$/.test(response ?? "");
}

/** The handlers of a route by what was seen: what its registration was given, and the handlers around its answers. */
function handlersSeen(source: Source, method: string, path: string): Found[] {
  const seen = (source.handled ?? []).filter((one) => one.method === method && one.path === path);
  return dedupe(
    seen.flatMap(({ by, place }) => {
      if (by === "answer")
        return functionsAt(source, place)
          .filter(takesRequest)
          .slice(0, 1)
          .map((node) => ({ file: place.file, node }));
      return registeredAt(source, place);
    }),
  );
}

/** The functions that are registered for a route, and those that they call by name. */
export function handlersOf(source: Source, method: string, path: string): Found[] {
  const own = registeredFor(source, method, path);
  return dedupe([...own, ...own.flatMap((found) => calledIn(source, found))]);
}

function dedupe(found: Found[]): Found[] {
  return found.filter(({ node }, index) => found.findIndex((other) => other.node === node) === index);
}

/** Whether a call registers a handler for a path: app.post("/token", …), or app.route("/token").post(…). */
function isFor(source: Source, call: Node, path: string, tail: string): boolean {
  const [first] = list(call, "arguments");
  const written = first ? pathIn(source, first) : null;
  if (written !== null) return written === path || written === tail || written.startsWith(`${tail}/`);
  let object = child(child(call, "callee") ?? call, "object");
  while (object?.type === "CallExpression") {
    const inner = child(object, "callee");
    const [argument] = list(object, "arguments");
    if (nameOf(inner) === "route" && argument) return [path, tail].includes(pathIn(source, argument) ?? "");
    object = inner ? child(inner, "object") : null;
  }
  return false;
}

/** The innermost function around a place. */
export function functionAt(source: Source, place: Place): Found | null {
  const ast = fileOf(source, place.file)?.ast;
  const around = ast ? findAll(ast, (node) => isFunction(node) && contains(node, place)) : [];
  const node = around.at(-1);
  return node ? { file: place.file, node } : null;
}
