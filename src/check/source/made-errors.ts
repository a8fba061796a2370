/** Finds where errors that a program makes are thrown, and where one is made and not thrown. */

import type { Place, Request } from "../transcript.ts";
import { callAt, nodesAt } from "./at-place.ts";
import { findInSource } from "./found.ts";
import type { Found } from "./found.ts";
import { functionAt } from "./handlers.ts";
import { onlyPlace } from "./landmarks.ts";
import { functionsOf, within } from "./making.ts";
import type { Source } from "./source.ts";
import { calledName, child, contains, findAll, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** Where an error is thrown that a line makes and gives a name: const error = new Error("…"). null: it has none. */
export function throwOf(source: Source, made: Place): Place | null {
  const around = functionAt(source, made);
  const variable = nodesAt(source, made).find(({ type }) => type === "VariableDeclarator");
  const name = variable ? nameOf(child(variable, "id")) : null;
  if (!around || name === null) return null;
  return onlyPlace(
    within([around], (node) => node.type === "ThrowStatement" && nameOf(child(node, "argument")) === name),
  );
}

/** What a node throws, rejects a promise with, or passes on as an error; null: it does none of these. */
function thrownBy(node: Node): Node | null {
  if (node.type === "ThrowStatement") return child(node, "argument");
  return /^(reject|next)$/.test(calledName(node) ?? "") ? (list(node, "arguments")[0] ?? null) : null;
}

/**
 * Where a request's code throws a text or an object: these are no errors, and have no stack that would tell. null: nowhere,
 * or at several places.
 *
 * @param message what is known of what was thrown; the text stands in it
 */
export function throwWithoutStack(source: Source, { method, path }: Request, message: string): Place | null {
  return onlyPlace(
    within(functionsOf(source, method, path), (node) => {
      const thrown = thrownBy(node);
      const isObject = thrown?.type === "ObjectExpression" && message.includes("#<Object>");
      const text = thrown && stringOf(thrown);
      return isObject || (text !== null && text !== "" && message.includes(text));
    }),
  );
}

/** An error that is made, as a whole statement, and thrown by nobody; null where there is none. */
export function errorNotThrown(code: readonly Found[]): Found | null {
  const [made] = within(
    code,
    (node, ancestors) =>
      node.type === "NewExpression" &&
      /(Error|Exception)$/.test(calledName(node) ?? "") &&
      ancestors.at(-1)?.type === "ExpressionStatement",
  );
  return made ?? null;
}

/** The class of the program with a name; null where there is none. */
function classNamed(source: Source, name: string | null): Found | null {
  const [found] = findInSource(
    source,
    (node) => node.type === "ClassDeclaration" && name !== null && nameOf(child(node, "id")) === name,
  );
  return found ?? null;
}

/** The class of an error that is made at a place, and the one that it extends; null where the program has none. */
function classesOf(source: Source, made: Place): [own: Found | null, parent: Found | null] {
  const call = callAt(source, made);
  const own = classNamed(source, call?.type === "NewExpression" ? calledName(call) : null);
  return [own, own && classNamed(source, nameOf(child(own.node, "superClass")))];
}

/**
 * The class of an error that gets its status from a parent which gives it to its own errors: a ForbiddenError that extends
 * UnauthorizedError.
 *
 * @param made where the error was made: new ForbiddenError()
 * @param value where the status stands: super(401, message)
 */
export function classOfWrongParent(source: Source, made: Place, value: Place): Found | null {
  const [own, parent] = classesOf(source, made);
  const maker = parent && constructorOf(parent);
  const isHandedOn = maker
    ? findAll(maker, (node) => child(node, "callee")?.type === "Super").some((one) => contains(one, value))
    : false;
  return own && parent?.file === value.file && isHandedOn ? own : null;
}

function constructorOf({ node }: Found): Node | null {
  const [method] = findAll(
    node,
    (one) => one.type === "MethodDefinition" && nameOf(child(one, "key")) === "constructor",
  );
  return method ? child(method, "value") : null;
}

/**
 * The call of super that leaves out what its parent then gives by default, in the class of an error.
 *
 * @param made where the error was made: new ForbiddenError()
 * @param value where the default stands: constructor(message, status = 400)
 */
export function superThatLeavesOut(source: Source, made: Place, value: Place): Found | null {
  const [own, parent] = classesOf(source, made);
  const [ownMaker, parentMaker] = [own && constructorOf(own), parent && constructorOf(parent)];
  if (!own || !parent || !ownMaker || !parentMaker) return null;
  const at = list(parentMaker, "params").findIndex((one) => {
    const given = child(child(one, "parameter") ?? one, "right");
    return given !== null && parent.file === value.file && contains(given, value);
  });
  const [handedOn] = findAll(ownMaker, (node) => child(node, "callee")?.type === "Super");
  const leavesOut = at >= 0 && handedOn && list(handedOn, "arguments").length <= at;
  return leavesOut ? { file: own.file, node: handedOn } : null;
}
