/** Finds the line of POST /token that refused, and whether that line looks at refreshTokens. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { nodesAt } from "../../../src/check/source/at-place.ts";
import { callsFunction } from "../../../src/check/source/calls.ts";
import { functionAt, registeredFor } from "../../../src/check/source/handlers.ts";
import { within } from "../../../src/check/source/making.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { child, findAll, isFunction, list, nameOf, placeOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { conditionsIn, lookupIn } from "./renewals.ts";

const CONDITION = /^(IfStatement|ConditionalExpression|SwitchStatement|LogicalExpression)$/;
const LOOP = /^(For|ForOf|ForIn|While|DoWhile)Statement$/;

function testOf(node: Node): Node | null {
  return child(node, "test") ?? child(node, "discriminant") ?? child(node, "left");
}

function mentions(node: Node | null, names: ReadonlySet<string>): boolean {
  return node !== null && findAll(node, (one) => names.has(nameOf(one) ?? "")).length > 0;
}

/** The names in a function that depend on refreshTokens: variables made from it, and variables made from those. */
function namesAboutStore(body: Node): Set<string> {
  const names = new Set(["refreshTokens"]);
  // Twice, because a loop may use a variable above the line that sets it.
  for (let round = 0; round < 2; round++) {
    for (const node of findAll(body, () => true)) {
      const target = child(node, "id") ?? (node.type === "AssignmentExpression" ? child(node, "left") : null);
      const value = child(node, "init") ?? child(node, "right");
      const name = nameOf(target);
      if (name !== null && mentions(value, names)) names.add(name);
      if (LOOP.test(node.type) && mentions(child(node, "right") ?? testOf(node), names)) {
        for (const inner of findAll(child(node, "left") ?? node, ({ type }) => type === "VariableDeclarator"))
          names.add(nameOf(child(inner, "id")) ?? "refreshTokens");
        for (const inner of findAll(
          child(node, "body") ?? node,
          ({ type }) => type === "AssignmentExpression",
        ))
          names.add(nameOf(child(inner, "left")) ?? "refreshTokens");
      }
    }
  }
  return names;
}

/** The conditions that decide whether a place is reached: those around it, and those that return before it. */
function gatesOf(around: readonly Node[], body: Node): Node[] {
  const gates = around.filter((node) => CONDITION.test(node.type) || LOOP.test(node.type));
  if (gates.length > 0) return gates;
  return findAll(body, (node) => node.type === "IfStatement" && leaves(node));
}

function leaves(node: Node): boolean {
  return findAll(node, ({ type }) => type === "ReturnStatement").length > 0;
}

/** Whether a condition is only a name, or `!` and a name. What it says was found out above. */
function isBareName(test: Node | null): boolean {
  if (test?.type === "UnaryExpression") return isBareName(child(test, "argument"));
  return test?.type === "Identifier";
}

/** The call in the handler of a function that answers for it: answer(res, { error }, 403). The place itself where it is in none. */
function outOfHelper({ source }: Evidence, at: Place | null): Place | null {
  const around = at && functionAt(source, at);
  const calls = within(
    registeredFor(source, "POST", "/token"),
    (node) =>
      around !== null &&
      callsFunction(source, node, around.node) &&
      list(node, "arguments").some((one) => Number(Reflect.get(one, "value")) >= 400),
  );
  const [call] = calls;
  return call && calls.length === 1 ? placeOfFound(call) : at;
}

/**
 * The line that explains a refusal: the lookup, where the condition before the refusal depends on refreshTokens; else
 * the line that sent the refusal.
 */
export function refusalOf(
  evidence: Evidence,
  answered: Place | null,
): { place: Place | null; aboutStore: boolean } {
  const { source } = evidence;
  const at = outOfHelper(evidence, answered);
  const found = lookupIn(evidence) ?? conditionsIn(evidence)[0] ?? null;
  const lookup = found ? placeOfFound(found) : at;
  const nodes = at ? nodesAt(source, at) : [];
  const start = nodes.findLastIndex(isFunction);
  const body = nodes[start];
  if (!at || !body) return { place: lookup, aboutStore: true };
  const inside = nodes.slice(start + 1);
  // The function that calls the callback decides what the callback gets, so the lookup is there.
  const callback = list(body, "params").some((param) => /^(e|err|error)$/i.test(nameOf(param) ?? ""));
  const names = namesAboutStore(nodes.find(isFunction) ?? body);
  const gates = gatesOf(inside, body);
  const gate = gates.findLast((one) => mentions(testOf(one), names) || mentionsCall(evidence, testOf(one)));
  if (!gate || callback) return { place: at, aboutStore: false };
  const test = testOf(gate);
  const near = isBareName(test) || !test ? lookup : placeOf(at.file, test);
  const own = mentions(test, new Set(["refreshTokens"])) && test ? placeOf(at.file, test) : near;
  return {
    place: LOOP.test(gate.type) ? placeOf(at.file, innermostCondition(gate) ?? gate) : own,
    aboutStore: true,
  };
}

/** Whether a condition calls a function of the learner's that looks at refreshTokens. */
function mentionsCall({ source }: Evidence, test: Node | null): boolean {
  const calls = test ? findAll(test, ({ type }) => type === "CallExpression") : [];
  const names = new Set(calls.flatMap((call) => nameOf(child(call, "callee")) ?? []));
  return source.files.some(
    ({ ast }) =>
      ast &&
      findAll(ast, (node) => {
        const name = nameOf(child(node, "id") ?? child(node, "key"));
        const value = isFunction(node) ? node : (child(node, "init") ?? child(node, "value"));
        return name !== null && names.has(name) && mentions(value, new Set(["refreshTokens"]));
      }).length > 0,
  );
}

function innermostCondition(loop: Node): Node | null {
  const body = child(loop, "body");
  return (body && findAll(body, ({ type }) => type === "IfStatement").at(-1)) ?? null;
}
