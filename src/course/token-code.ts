/** Finds where the learner's source hashes refresh tokens, looks them up, keeps them and removes them. */

import { findInSource, onceForSource } from "../check/source/found.ts";
import { functionsCalled } from "../check/source/calls.ts";
import { registeredFor } from "../check/source/handlers.ts";
import type { Found } from "../check/source/found.ts";
import { functionsOf, within } from "../check/source/making.ts";
import { bindingOf } from "../check/source/scopes.ts";
import type { Source } from "../check/source/source.ts";
import {
  bare,
  calledName,
  child,
  findAll,
  isFunction,
  list,
  nameOf,
  pairOf,
  receiverOf,
} from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";

const HASHES = /^(createHash|createHmac|scrypt(Sync|Async)?|pbkdf2(Sync|Async)?|hashSync|argon2\w*)$/;
// Not the parts of a date: getTime, getUTCDate.
const LOOKUPS =
  /^(find\w*|get(?!Time|UTC|Full|Month|Da[ty]|Hours|Minutes|Seconds|Millis)\w*|has\w*|includes|indexOf|some|filter|lookup\w*|every)$/;
const KEEPS =
  /^(push|unshift|set|add|put|append\w*|insert\w*|save\w*|write\w*|store\w*|create\w*|log(?!in|out)\w*|record\w*|keep\w*|(find\w+)?(replace|update)One)$/i;
const REMOVES = /^(delete\w*|del|remove\w*|splice|shift|pop|clear|filter|revoke\w*|toSpliced)$/;

/** Whether a call makes a digest: by crypto, bcrypt or the Web Crypto API. */
function isDigesting(node: Node): boolean {
  const name = calledName(node);
  if (name === null) return false;
  const object = nameOf(receiverOf(node));
  if (name === "hash" || name === "digest") return /crypto|bcrypt|argon|subtle/i.test(object ?? "");
  return HASHES.test(name);
}

/** The names of the program's own for functions that make a digest: const derive = promisify(scrypt). */
const promisified = onceForSource((source) => {
  const made = findInSource(source, (node) => {
    const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
    const [given] = init && calledName(init) === "promisify" ? list(init, "arguments") : [];
    return given !== undefined && HASHES.test(nameOf(given) ?? "");
  });
  return new Set(made.flatMap(({ node }) => nameOf(child(node, "id")) ?? []));
});

/** Whether a call makes a digest, also by a name of the program's own. */
function isHashing(source: Source, node: Node): boolean {
  return isDigesting(node) || promisified(source).has(calledName(node) ?? "");
}

/** The innermost functions that make a digest. */
export function hashFunctions(source: Source): Found[] {
  const found: Found[] = [];
  for (const { path, ast } of source.files) {
    if (!ast) continue;
    findAll(ast, (node, ancestors) => {
      const around = isHashing(source, node) ? ancestors.findLast(isFunction) : undefined;
      if (around && !found.some((one) => one.node === around)) found.push({ file: path, node: around });
      return false;
    });
  }
  return found;
}

/** The names of the program's own functions that hash. */
function hashNames(source: Source): Set<string> {
  const functions = hashFunctions(source).map(({ node }) => node);
  const names = new Set<string>();
  findInSource(source, (node) => {
    const { name, value } = pairOf(node);
    const own = node.type === "FunctionDeclaration" ? node : value;
    // A route's handler hashes as well, but the source does not call it by a name.
    if (own && functions.includes(own) && list(own, "params").length <= 1) names.add(name ?? "");
    return false;
  });
  names.delete("");
  return names;
}

/** Makes a test for nodes that are a hash or contain one. */
export function hashTest(source: Source): (node: Node) => boolean {
  const isHash = hashingTest(source);
  const hashed = new Set<string>();
  const declarations = new Set<Node>();
  // A variable that holds a hash counts, too.
  findInSource(source, (node) => {
    const init = node.type === "VariableDeclarator" ? bare(child(node, "init")) : null;
    const name = nameOf(child(node, "id"));
    // What was looked up by a hash is no hash.
    const isByKey = init?.type === "MemberExpression" && Reflect.get(init, "computed") === true;
    const isLookedUp = isByKey || (init && receiverOf(init) !== null && LOOKUPS.test(calledName(init) ?? ""));
    if (init && name && !isFunction(init) && !isLookedUp && findAll(init, isHash).length > 0) {
      hashed.add(name);
      declarations.add(node);
    }
    return false;
  });
  const isVariable = (one: Node, around: Node | undefined) => {
    // The name of a member, as in row.digest, is no variable.
    const isMember =
      around?.type === "MemberExpression" &&
      child(around, "property") === one &&
      Reflect.get(around, "computed") !== true;
    if (one.type !== "Identifier" || isMember || !hashed.has(nameOf(one) ?? "")) return false;
    // What a parameter of that name holds is not written where it is declared.
    const binding = bindingOf(source, one, nameOf(one) ?? "");
    return binding?.by !== "variable" || declarations.has(binding.node);
  };
  return (node) =>
    findAll(node, (one, ancestors) => isHash(one) || isVariable(one, ancestors.at(-1))).length > 0;
}

/** Makes a test for calls that hash, and for the names of the program's own functions that do. */
export function hashingTest(source: Source): (node: Node) => boolean {
  const names = hashNames(source);
  return (node) => isHashing(source, node) || names.has(calledName(node) ?? "");
}

/** The functions of a route, its own handler first. */
export function codeOf(source: Source, path: "/login" | "/token" | "/logout"): Found[] {
  return functionsOf(source, "POST", path);
}

function argumentsOf(node: Node): Node[] {
  return list(node, "arguments");
}

/** Whether a node answers a request, or reads or builds something that has nothing to do with the store. */
export function isAnswering(node: Node): boolean {
  const object = receiverOf(node);
  const inner = object?.type === "CallExpression" ? receiverOf(object) : object;
  return ["res", "response", "reply", "req", "request", "console", "jwt", "JSON", "app", "router"].includes(
    nameOf(inner) ?? "",
  );
}

/** Where a route looks something up in a store: calls such as find, get, has, and members by a variable key. */
export function lookupsOf(source: Source, path: "/token" | "/logout"): Found[] {
  return within(codeOf(source, path), (node, ancestors) => {
    if (node.type === "MemberExpression") {
      const key = child(node, "property");
      const around = ancestors.at(-1);
      const assigned = around?.type === "AssignmentExpression" && child(around, "left") === node;
      const deleted = around?.type === "UnaryExpression";
      return Reflect.get(node, "computed") === true && key?.type === "Identifier" && !assigned && !deleted;
    }
    return LOOKUPS.test(calledName(node) ?? "") && receiverOf(node) !== null && !isAnswering(node);
  });
}

/** The nodes that a node keeps, by a call such as push or set, or by an assignment; null where it keeps nothing. */
export function keptBy(node: Node): Node[] | null {
  if (node.type === "AssignmentExpression") {
    const [left, right] = [child(node, "left"), child(node, "right")];
    if (!left || !right) return null;
    const key = left.type === "MemberExpression" && Reflect.get(left, "computed") === true ? [left] : [];
    return [...key, right];
  }
  if (node.type === "NewExpression") return null;
  return KEEPS.test(calledName(node) ?? "") && !isAnswering(node) ? argumentsOf(node) : null;
}

/** Whether a node keeps something: a call such as push, set or add, or an assignment. */
export function isKeeping(node: Node): boolean {
  return keptBy(node) !== null && !isDigesting(node);
}

/** Where functions keep something: calls such as push, set and add, and assignments. */
export function keepingsIn(functions: readonly Found[]): Found[] {
  return within(functions, isKeeping);
}

/** Where routes keep something. */
export function keepingsOf(source: Source, paths: readonly ("/login" | "/token")[]): Found[] {
  return keepingsIn(paths.flatMap((path) => codeOf(source, path)));
}

/** Methods that make a new list or text, and leave the old one as it was. */
const COPIES = /^(concat|filter|slice|toSpliced|toSorted|with)$/;

/** Whether a node makes a new list or object: [...list, one], { ...map, [key]: one }, list.filter(…), new Map(map). */
function isCopy(node: Node): boolean {
  if (node.type === "NewExpression" && /^(Map|Set)$/.test(calledName(node) ?? ""))
    return list(node, "arguments").length > 0;
  const parts = [...list(node, "elements"), ...list(node, "properties")];
  return parts.some(({ type }) => type === "SpreadElement") || COPIES.test(calledName(node) ?? "");
}

/** Whether a function only gives back a new list or object: by itself, or by the function that it gives back. */
function onlyCopies(node: Node): boolean {
  const body = child(node, "body");
  const statements = body?.type === "BlockStatement" ? list(body, "body") : [];
  const last = statements.at(-1);
  const isPure = statements.every(({ type }) => /^(Return|VariableDeclaration)/.test(type));
  const result = bare(last ? child(last, "argument") : body);
  if (!result || !isPure) return false;
  return isFunction(result) ? onlyCopies(result) : isCopy(result);
}

/** Whether a call runs a function of the program that only gives back a new list: withLogin(one)(list). */
export function callsCopying(source: Source, node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  const own = functionsCalled(source, callee?.type === "CallExpression" ? callee : node);
  return own.length > 0 && own.every((one) => onlyCopies(one.node));
}

/** Where a route makes a new list and lets it go: the old one stays as it was. */
export function letGoIn(source: Source, path: "/login" | "/token" | "/logout"): Found[] {
  return within(
    codeOf(source, path),
    (node, ancestors) =>
      (COPIES.test(calledName(node) ?? "") || callsCopying(source, node)) &&
      ancestors.at(-1)?.type === "ExpressionStatement" &&
      !isAnswering(node),
  );
}

/** Where a renewal adds something to a list that is made in the same line, and let go: rows.filter(…).push(row). */
export function addedToCopy(source: Source): Found | null {
  const [added] = within(codeOf(source, "/token"), (node) => {
    const made = /^(push|unshift)$/.test(calledName(node) ?? "") ? receiverOf(node) : null;
    return made !== null && COPIES.test(calledName(made) ?? "");
  });
  return added ?? null;
}

/** The calls in a route's own handlers of functions of the program that keep something, in order. */
export function keepingCallsOf(source: Source, path: "/login" | "/token"): Found[] {
  return within(registeredFor(source, "POST", path), (node) =>
    functionsCalled(source, node).some((one) => findAll(one.node, isKeeping).length > 0),
  );
}

/** Whether a node removes something: `delete`, or a call whose name says so. */
export function isRemoval(node: Node): boolean {
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "delete";
  return REMOVES.test(calledName(node) ?? "") && !isAnswering(node);
}

/** Where a route removes something from a store. */
export function removalsOf(source: Source, path: "/token" | "/logout"): Found[] {
  return within(codeOf(source, path), isRemoval);
}
