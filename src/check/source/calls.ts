/** Finds the functions that a call runs. */

import { exportedAs } from "./default-exports.ts";
import { addTo, findInSource, onceForSource } from "./found.ts";
import type { Found } from "./found.ts";
import { meaningsOf } from "./meanings.ts";
import { bindingOf, fileOfNode } from "./scopes.ts";
import type { Source } from "./source.ts";
import { child, isFunction, nameOf, pairOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

const VALUED = [
  "VariableDeclarator",
  "Property",
  "MethodDefinition",
  "PropertyDefinition",
  "AssignmentExpression",
];

/** All functions by their names, declarations first. */
const functionsByName = onceForSource((source) => {
  const byName = new Map<string, Found[]>();
  for (const found of findInSource(source, ({ type }) => type === "FunctionDeclaration"))
    addTo(byName, nameOf(child(found.node, "id")) ?? "", found);
  for (const { file, node } of findInSource(source, ({ type }) => VALUED.includes(type))) {
    const { name, value } = pairOf(node);
    if (name !== null && value && isFunction(value)) addTo(byName, name, { file, node: value });
  }
  return byName;
});

/** The functions with a name: declarations, variables, methods, properties and assignments. */
export function functionsNamed(source: Source, name: string): readonly Found[] {
  return functionsByName(source).get(name) ?? exportedAs(source, name);
}

/** Whether a name is a parameter of a function around it: what it is depends on who calls. */
function isParameter(source: Source, node: Node): boolean {
  const name = node.type === "Identifier" ? nameOf(node) : null;
  return name !== null && bindingOf(source, node, name)?.by === "parameter";
}

/**
 * The functions that a name or a member stands for. Where the source does not show which object a method is called on, all
 * of that name.
 */
export function functionsMeant(source: Source, node: Node): readonly Found[] {
  const meanings = meaningsOf(source, node);
  const functions = (meanings ?? []).flatMap((one) => (one !== "outside" && isFunction(one) ? [one] : []));
  const name = nameOf(node);
  const isOpen = meanings === null || (functions.length > 1 && isParameter(source, node));
  if (isOpen) return name === null ? [] : functionsNamed(source, name);
  return functions.map((one) => ({ file: fileOfNode(source, one) ?? "", node: one }));
}

/** The functions of the program that a call runs; none for anything else, and for what the program does not write itself. */
export function functionsCalled(source: Source, call: Node): readonly Found[] {
  const callee =
    call.type === "CallExpression" || call.type === "NewExpression" ? child(call, "callee") : null;
  return callee ? functionsMeant(source, callee) : [];
}

/** Whether a node calls a function of the program. */
export function callsFunction(source: Source, node: Node, called: Node): boolean {
  return functionsCalled(source, node).some((one) => one.node === called);
}
