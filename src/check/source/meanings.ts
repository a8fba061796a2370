/**
 * What an expression stands for: the functions, classes, objects and files of the program. So a call of `save` on one
 * object is not taken for that of another.
 */

import { exportsOf } from "./exports.ts";
import { addTo, findInSource, onceForSource } from "./found.ts";
import { loadsOf } from "./modules.ts";
import { isRelative, resolveRelative } from "./resolve-relative.ts";
import { aroundOf, bindingOf, fileOfNode, parentOf } from "./scopes.ts";
import type { Binding } from "./scopes.ts";
import type { Source } from "./source.ts";
import { bare, calledName, child, isFunction, list, nameOf, pairOf, returned, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** A node is a function, a class, an object literal or a whole file. "outside" is what the program does not write itself. */
export type Meaning = Node | "outside";

/** null: the source does not show it. */
type Meanings = readonly Meaning[] | null;

const isClass = ({ type }: Node) => type === "ClassDeclaration" || type === "ClassExpression";

/** What several expressions stand for together; unknown as soon as one of them is. */
function join(all: readonly Meanings[]): Meanings {
  const known = all.flatMap((one) => one ?? []);
  return all.includes(null) ? null : known.filter((one, at) => known.indexOf(one) === at);
}

interface Memory {
  known: Map<Node, Meanings>;
  open: Set<Node>;
}
const memoryOf = onceForSource((): Memory => ({ known: new Map(), open: new Set() }));

/** What an expression stands for; null where the source does not show it. */
export function meaningsOf(source: Source, expression: Node | null): Meanings {
  const node = bare(expression);
  if (!node) return null;
  const { known, open } = memoryOf(source);
  const before = known.get(node);
  if (before !== undefined) return before;
  // A value that is made of itself tells nothing.
  if (open.has(node)) return null;
  open.add(node);
  const meanings = workOut(source, node);
  open.delete(node);
  known.set(node, meanings);
  return meanings;
}

function workOut(source: Source, node: Node): Meanings {
  if (isFunction(node) || isClass(node) || node.type === "ObjectExpression" || node.type === "Program")
    return [node];
  switch (node.type) {
    case "ArrayExpression":
    case "TemplateLiteral":
      return ["outside"];
    case "Literal":
      return Reflect.get(node, "raw") === "null" ? [] : ["outside"];
    case "ThisExpression":
      return thisOf(source, node);
    case "Super": {
      const around = aroundOf(source, node).find(isClass);
      return around ? meaningsOf(source, child(around, "superClass")) : null;
    }
    case "NewExpression":
      return meaningsOf(source, child(node, "callee"));
    case "CallExpression":
      return resultOf(source, node);
    case "ConditionalExpression":
      return join(["consequent", "alternate"].map((side) => meaningsOf(source, child(node, side))));
    case "LogicalExpression":
      return join(["left", "right"].map((side) => meaningsOf(source, child(node, side))));
    case "AssignmentExpression":
      return meaningsOf(source, child(node, "right"));
    case "Identifier":
      return meaningsOfName(source, node);
    case "MemberExpression": {
      const name = nameOf(node);
      return name === null ? null : membersOf(source, meaningsOf(source, child(node, "object")), name);
    }
    default:
      return null;
  }
}

/** The object that `this` is. */
function thisOf(source: Source, node: Node): Meanings {
  for (const around of aroundOf(source, node)) {
    if (around.type === "ArrowFunctionExpression") continue;
    const parent = parentOf(source, around);
    if (isClass(around)) return [around];
    if (!isFunction(around) || parent?.type === "MethodDefinition") continue;
    if (parent?.type === "Property") return join([[parentOf(source, parent) ?? parent]]);
    const left = parent?.type === "AssignmentExpression" ? child(parent, "left") : null;
    return left?.type === "MemberExpression" ? meaningsOf(source, child(left, "object")) : [around];
  }
  return null;
}

const HANDS_ON = ["freeze", "seal", "assign", "preventExtensions"];

/** What a call gives back. */
function resultOf(source: Source, call: Node): Meanings {
  const callee = bare(child(call, "callee"));
  const [first] = list(call, "arguments");
  if (!callee) return null;
  if (callee.type === "Identifier" && nameOf(callee) === "require" && first) {
    const specifier = stringOf(first);
    return specifier === null ? null : required(source, call, specifier);
  }
  const isMember = callee.type === "MemberExpression";
  if (isMember && nameOf(child(callee, "object")) === "Object" && HANDS_ON.includes(nameOf(callee) ?? ""))
    return meaningsOf(source, first ?? null);
  if (isMember && nameOf(callee) === "bind") return meaningsOf(source, child(callee, "object"));
  const called = meaningsOf(source, callee);
  if (!called) return null;
  return join(
    called.map((one) => {
      // What a list or a map of Node's gives back may well be the program's own.
      if (one === "outside") return isPackages(source, callee) ? ["outside"] : null;
      if (!isFunction(one)) return null;
      const results = returned(one);
      return results.length === 0 ? null : join(results.map((result) => meaningsOf(source, result)));
    }),
  );
}

/** Whether a name, or the root of its members, comes from a package or from a module of Node. */
function isPackages(source: Source, callee: Node): boolean {
  const root = bare(callee.type === "MemberExpression" ? child(callee, "object") : callee);
  const name = root?.type === "Identifier" ? nameOf(root) : null;
  const binding = root && name !== null ? bindingOf(source, root, name) : null;
  if (!binding) return false;
  const from = binding.by === "import" ? child(binding.node, "source") : child(binding.node, "init");
  const [argument] = from && calledName(from) === "require" ? list(from, "arguments") : [from];
  const specifier = argument ? stringOf(argument) : null;
  return specifier !== null && !isRelative(specifier);
}

/** The learner's file, as a whole, that a node loads by a specifier; null where it is not there. */
function fileLoaded(source: Source, at: Node, specifier: string): Meaning | null {
  if (!isRelative(specifier)) return "outside";
  const file = fileOfNode(source, at);
  const path = file === null ? null : resolveRelative(file, specifier);
  return source.files.find((one) => one.path === path)?.ast ?? null;
}

/** What a file gives to another that loads it: what it exports by a name, or its own object. */
function loaded(source: Source, at: Node, specifier: string, name: string): Meanings {
  const whole = fileLoaded(source, at, specifier);
  if (whole === null) return null;
  if (whole === "outside") return ["outside"];
  return name === "*" ? [whole] : exported(source, fileOfNode(source, whole) ?? "", name);
}

/** What require gives: what the file exports as a whole, else its own object. */
function required(source: Source, at: Node, specifier: string): Meanings {
  return loaded(source, at, specifier, "default") ?? loaded(source, at, specifier, "*");
}

/** What a file (absolute) exports under a name. */
function exported(source: Source, file: string, name: string, depth = 0): Meanings {
  if (depth > 5) return null;
  const all = exportsOf(source, file);
  const own = all.findLast((one) => one.name === name);
  if (own?.node) return meaningsOfDeclared(source, own.node);
  if (own?.from) {
    const { file: path, name: there } = own.from;
    const ast = source.files.find((one) => one.path === path)?.ast;
    if (there === "*") return ast ? [ast] : null;
    return exported(source, path, there, depth + 1);
  }
  for (const { name: given, from } of all) {
    const found = given === "*" && from ? exported(source, from.file, name, depth + 1) : null;
    if (found) return found;
  }
  // module.exports = { name }
  const whole = name === "default" ? null : all.findLast((one) => one.name === "default")?.node;
  return whole ? membersOf(source, meaningsOf(source, whole), name) : null;
}

/** What a declaration or an exported value stands for. */
function meaningsOfDeclared(source: Source, node: Node): Meanings {
  if (node.type !== "VariableDeclarator") return meaningsOf(source, node);
  const id = child(node, "id");
  return id?.type === "Identifier" ? meaningsOfName(source, id) : null;
}

/** What a name stands for where it is used. */
function meaningsOfName(source: Source, use: Node): Meanings {
  const name = nameOf(use) ?? "";
  const binding = bindingOf(source, use, name);
  if (name === "undefined") return [];
  if (!binding) return name in globalThis ? ["outside"] : null;
  const whole = valueOf(source, binding, name);
  return binding.by === "import"
    ? whole
    : binding.path.reduce<Meanings>((value, member) => membersOf(source, value, member), whole);
}

/** What a binding is given, before members are taken out of it. */
function valueOf(source: Source, binding: Binding, name: string): Meanings {
  const { by, node, parameter, path } = binding;
  if (by === "function" || by === "class") return [node];
  if (by === "import")
    return loaded(source, node, stringOf(child(node, "source") ?? node) ?? "", path[0] ?? "*");
  if (by === "parameter") return given(source, node, parameter);
  const typed = path.length === 0 ? classesOfType(source, child(node, "id")) : null;
  if (typed) return typed;
  const init = child(node, "init");
  const later =
    path.length > 0
      ? []
      : assignedTo(source, name).filter(({ left }) => {
          return left.type === "Identifier" && bindingOf(source, left, name)?.node === node;
        });
  const values = [...(init ? [init] : []), ...later.map(({ right }) => right)];
  return values.length === 0 ? null : join(values.map((value) => meaningsOf(source, value)));
}

/** The classes that a type annotation names: the class itself, or those that implement the interface. */
function classesOfType(source: Source, typed: Node | null): Meanings {
  const annotation = typed && child(typed, "typeAnnotation");
  const type = annotation && child(annotation, "typeAnnotation");
  const name = type?.type === "TSTypeReference" ? nameOf(child(type, "typeName")) : null;
  if (name === null) return null;
  const classes = findInSource(source, isClass).filter(
    ({ node }) =>
      nameOf(child(node, "id")) === name ||
      list(node, "implements").some((one) => nameOf(child(one, "expression")) === name),
  );
  return classes.length === 0 ? null : classes.map(({ node }) => node);
}

/** The calls of functions and classes, by the name that is called. */
const callsByName = onceForSource((source) => {
  const byName = new Map<string, Node[]>();
  for (const { node } of findInSource(source, (one) => calledName(one) !== null))
    addTo(byName, calledName(node) ?? "", node);
  return byName;
});

/** The names under which a function is called: its own, that of its class, and those that files give to the whole of its file. */
function namesOf(source: Source, called: Node): string[] {
  const parent = parentOf(source, called);
  const isConstructor = parent?.type === "MethodDefinition" && Reflect.get(parent, "kind") === "constructor";
  const owner = isConstructor ? (aroundOf(source, called).find(isClass) ?? called) : called;
  const holder = owner === called ? parent : parentOf(source, owner);
  const held = holder && pairOf(holder).value === owner ? pairOf(holder).name : null;
  const file = fileOfNode(source, called);
  const isWhole =
    file !== null && exportsOf(source, file).some((one) => one.name === "default" && one.node === owner);
  const loads = isWhole ? loadsOf(source).filter((load) => load.path === file && !load.whole) : [];
  return [nameOf(child(owner, "id")) ?? [], held ?? [], ...loads.map((load) => load.names)].flat();
}

/** What a parameter is given: by its type, or by the calls of its function. */
function given(source: Source, called: Node, parameter: Node | null): Meanings {
  const plain = parameter?.type === "TSParameterProperty" ? child(parameter, "parameter") : parameter;
  const [pattern, fallback] =
    plain?.type === "AssignmentPattern" ? [child(plain, "left"), child(plain, "right")] : [plain, null];
  const typed = classesOfType(source, pattern ?? null);
  if (typed) return typed;
  const at = parameter ? list(called, "params").indexOf(parameter) : -1;
  const calls = namesOf(source, called).flatMap((name) => callsByName(source).get(name) ?? []);
  const parent = parentOf(source, called);
  if (parent && child(parent, "callee") === called) calls.push(parent);
  const values = calls.map((call) => list(call, "arguments")[at] ?? fallback);
  return values.length === 0
    ? meaningsOf(source, fallback)
    : join(values.map((one) => meaningsOf(source, one)));
}

interface Assigned {
  left: Node;
  right: Node;
}

/** The assignments to variables and members, by their names. */
const assignments = onceForSource((source) => {
  const byName = new Map<string, Assigned[]>();
  for (const { node } of findInSource(source, ({ type }) => type === "AssignmentExpression")) {
    const [left, right] = [bare(child(node, "left")), child(node, "right")];
    const name = left && nameOf(left);
    if (left && right && typeof name === "string") addTo(byName, name, { left, right });
  }
  return byName;
});

function assignedTo(source: Source, name: string): readonly Assigned[] {
  return assignments(source).get(name) ?? [];
}

/** What a member of some objects stands for. */
function membersOf(source: Source, owners: Meanings, name: string): Meanings {
  if (!owners || owners.length === 0) return null;
  return join(owners.map((owner) => (owner === "outside" ? ["outside"] : memberOf(source, owner, name))));
}

function memberOf(source: Source, owner: Node, name: string): Meanings {
  if (name === "prototype") return [owner];
  if (owner.type === "Program") {
    const file = fileOfNode(source, owner);
    return file === null ? null : exported(source, file, name);
  }
  return (
    (isClass(owner) ? memberOfClass(source, owner, name) : null) ??
    (owner.type === "ObjectExpression" ? memberOfObject(source, owner, name) : null) ??
    assignedMember(source, owner, name) ??
    inherited(source, owner, name)
  );
}

function inherited(source: Source, owner: Node, name: string): Meanings {
  const parent = isClass(owner) ? meaningsOf(source, child(owner, "superClass")) : null;
  return membersOf(source, parent?.filter((one) => one !== "outside") ?? null, name);
}

/** The value of a method, of a field, or of what a getter returns. */
function valueOfMember(source: Source, member: Node): Meanings {
  const value = child(member, "value");
  if (Reflect.get(member, "kind") !== "get") return meaningsOf(source, value);
  const results = value ? returned(value) : [];
  return results.length === 0 ? null : join(results.map((one) => meaningsOf(source, one)));
}

function memberOfClass(source: Source, owner: Node, name: string): Meanings {
  const body = child(owner, "body");
  const members = body ? list(body, "body") : [];
  const member = members.find((one) => nameOf(child(one, "key")) === name);
  const typed = member ? classesOfType(source, member) : null;
  if (typed) return typed;
  if (member && child(member, "value")) return valueOfMember(source, member);
  // In TypeScript, a constructor may declare a member among its parameters.
  for (const method of members) {
    const called = child(method, "value");
    const parameter = list(called ?? method, "params").find(
      (one) => one.type === "TSParameterProperty" && namesParameter(one, name),
    );
    if (called && parameter) return given(source, called, parameter);
  }
  return null;
}

function namesParameter(parameter: Node, name: string): boolean {
  const inner = child(parameter, "parameter");
  return nameOf(inner?.type === "AssignmentPattern" ? child(inner, "left") : inner) === name;
}

function memberOfObject(source: Source, owner: Node, name: string): Meanings {
  const member = list(owner, "properties").find((one) => {
    const key = child(one, "key");
    return key !== null && (nameOf(key) ?? stringOf(key)) === name;
  });
  if (member) return valueOfMember(source, member);
  const spread = list(owner, "properties").filter(({ type }) => type === "SpreadElement");
  return membersOf(source, join(spread.map((one) => meaningsOf(source, child(one, "argument")))), name);
}

/** What is assigned to a member of an object, from inside or from outside of it. */
function assignedMember(source: Source, owner: Node, name: string): Meanings {
  const own = assignedTo(source, name).filter(({ left }) => {
    const object = left.type === "MemberExpression" ? child(left, "object") : null;
    return (meaningsOf(source, object) ?? []).includes(owner);
  });
  return own.length === 0 ? null : join(own.map(({ right }) => meaningsOf(source, right)));
}
