/** What the evidence shows about a power cut, and where the source saves and reads. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { experimentOf } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import { handlersOf, registeredFor } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { calledName, child, findAll, isFunction, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { isGood, isRefused } from "../../../src/course/sessions.ts";

/** What went wrong after a power cut, by the label of the exchange that shows it. */
const LOST = {
  login: ["grace-after-cut", "renew-after-cut", "grace-after-second-cut"],
  access: ["me-after-cut"],
  renewal: ["renew-after-renewal-cut"],
  rotation: ["old-after-cut"],
  logout: ["renew-after-logout-cut"],
  detection: ["ada-after-reuse-after-cut"],
  reuse: ["reused-after-cut"],
} as const;
export type Lost = keyof typeof LOST;

/** What the failed check found lost; null: it is about something else, or the app failed in another way. */
export function whatWasLost({ failure, exchange }: Evidence): Lost | null {
  if (!failure.check.id.startsWith("restart-") || !exchange?.response) return null;
  // A program may refuse by throwing an error; but an accident, too, ends in a 500.
  if (exchange.response.status >= 500) return null;
  const kinds = Object.entries(LOST).filter(([, labels]) => labels.some((one) => one === exchange.label));
  const [kind] = kinds[0] ?? [];
  return isLost(kind) ? kind : null;
}

function isLost(kind: string | undefined): kind is Lost {
  return kind !== undefined && kind in LOST;
}

/**
 * Whether it is there after the app was stopped gently; null: that cannot be known, because access tokens end
 * meanwhile.
 */
export function isKeptGently(evidence: Evidence, lost: Lost): boolean | null {
  const label = {
    login: "login-kept",
    access: null,
    renewal: "renewal-kept",
    rotation: "rotation-kept",
    logout: "logout-kept",
    detection: "reuse-detected",
    reuse: "reused-kept",
  }[lost];
  const exchange = label === null ? null : experimentOf(evidence, label);
  if (!exchange?.response) return null;
  const living = lost === "login" || lost === "renewal";
  if (living) return isGood(exchange);
  // A refusal proves nothing unless another login is still there.
  return isRefused(exchange) && isGood(experimentOf(evidence, "login-kept"));
}

/** The files that the app had written when it was stopped gently. */
export function filesOf({ experiment }: Evidence) {
  return (experiment?.discoveries ?? []).flatMap((one) => (one.kind === "file" ? [one] : []));
}

const WRITES =
  /^(?:writeFile|appendFile|outputFile|outputJson|writeJson|writev?|createWriteStream)(?:Sync)?$/;
const READS = /^(?:readFile|createReadStream|readJson|read|readLines)(?:Sync)?$/;

function callsOf(source: Source, name: RegExp): Found[] {
  return findInSource(
    source,
    (node) => node.type === "CallExpression" && name.test(nameOf(child(node, "callee")) ?? ""),
  );
}

/** The calls that write to a file. */
export function writesIn(source: Source): Found[] {
  const onFiles = ({ node }: Found) => {
    const callee = child(node, "callee");
    const object = callee?.type === "MemberExpression" ? child(callee, "object") : null;
    // A write to an answer or to the screen is not a write to a file.
    return !["res", "response", "stdout", "stderr"].includes(nameOf(object) ?? "");
  };
  return callsOf(source, WRITES).filter(onFiles);
}

/** The calls that read a file. */
export function readsIn(source: Source): Found[] {
  return callsOf(source, READS);
}

function isContainer(node: Node | null): boolean {
  if (node?.type === "NewExpression") return ["Map", "Set"].includes(nameOf(child(node, "callee")) ?? "");
  return node?.type === "ObjectExpression" || node?.type === "ArrayExpression";
}

/** The lists, Maps, Sets and objects that are declared outside of all functions. */
export function storesIn(source: Source): Found[] {
  return findInSource(
    source,
    (node, ancestors) =>
      ["VariableDeclarator", "PropertyDefinition"].includes(node.type) &&
      isContainer(child(node, "init") ?? child(node, "value")) &&
      !ancestors.some(isFunction) &&
      list(child(node, "init") ?? node, "elements").length === 0,
  );
}

/** Where the first of them is declared; one with a matching name comes first. */
export function placeOfStore(source: Source, name = /./): Place | null {
  const found = storesIn(source);
  const named = found.find(({ node }) => name.test(nameOf(child(node, "id") ?? child(node, "key")) ?? ""));
  const first = named ?? found[0];
  return first ? placeOfFound(first) : null;
}

const CHANGES = ["push", "splice", "delete", "set", "add", "clear", "pop", "shift", "unshift"];

function isChange(node: Node): boolean {
  if (node.type === "AssignmentExpression") return true;
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "delete";
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return callee?.type === "MemberExpression" && CHANGES.includes(nameOf(callee) ?? "");
}

/** The code in a route's handlers that changes the store, in order. */
export function changesIn(source: Source, path: string): Found[] {
  return within(handlersOf(source, "POST", path), isChange);
}

/** The functions of the program that a node calls by name; of a table of functions, table[name](…), all. */
function calledBy(source: Source, node: Node): readonly Found[] {
  if (calledName(node) !== null) return functionsCalled(source, node);
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  const table = callee?.type === "MemberExpression" ? nameOf(child(callee, "object")) : null;
  return declarationsOf(source, table ?? "").flatMap(({ file, init }) =>
    (init ? list(init, "properties") : []).flatMap((one) => {
      const value = child(one, "value");
      return value && isFunction(value) ? [{ file, node: value }] : [];
    }),
  );
}

/** The entries of tables of functions that some functions call. */
function entriesCalled(source: Source, functions: readonly Found[]): Found[] {
  const calls = within(functions, (node) => node.type === "CallExpression" && calledName(node) === null);
  return calls.flatMap(({ node }) => calledBy(source, node));
}

/** Whether a node calls a function of the program that changes the store and does not write it. */
function isCallThatChanges(source: Source, node: Node): boolean {
  const called = calledBy(source, node);
  const writes = writesIn(source);
  return (
    within([...called, ...entriesCalled(source, called)], isChange).length > 0 &&
    !called.some(
      ({ node: own }) => findAll(own, (inner) => writes.some((one) => one.node === inner)).length > 0,
    )
  );
}

/** Whether a function writes a file: by its own hand, or by a function that it calls. */
function writesOrSaves(source: Source, found: Found): boolean {
  const writes = new Set(writesIn(source).map(({ node }) => node));
  const hasWrite = (one: Found) => within([one], (node) => writes.has(node)).length > 0;
  return (
    hasWrite(found) ||
    within([found], ({ type }) => type === "CallExpression").some(({ node }) =>
      calledBy(source, node).some(hasWrite),
    )
  );
}

/**
 * The last change in the only function behind a route, however deep, that changes something and does not save it; null
 * where there is none, or several.
 */
export function unsavedChange(source: Source, path: string): Found | null {
  const changing = functionsOf(source, "POST", path).filter((one) => within([one], isChange).length > 0);
  const [only, ...others] = changing.filter((one) => !writesOrSaves(source, one));
  return only && others.length === 0 ? (within([only], isChange).at(-1) ?? null) : null;
}

/**
 * The last change of the store in a route: in the handler itself, by its own hand or by a function that it calls; where
 * the handler only hands over to one function, the last change in that one.
 */
export function lastChangeIn(source: Source, path: string): Found | null {
  const own = within(
    registeredFor(source, "POST", path),
    (node) => isChange(node) || isCallThatChanges(source, node),
  );
  const last = own.at(-1) ?? null;
  const handsOver = own.length === 1 && last !== null && !isChange(last.node);
  const inside = changesIn(source, path).at(-1) ?? null;
  return handsOver ? (inside ?? last) : (last ?? inside);
}

/**
 * The comparison under which a function that writes the file returns before it does: if (rows.length === saved) return.
 *
 * @param code the functions that run
 */
export function returnBeforeWrite(source: Source, code: readonly Found[]): Found | null {
  const writes = writesIn(source).map(({ node }) => node);
  const [ends] = code.flatMap(({ file, node }) => {
    const write = findAll(node, (one) => writes.includes(one))[0];
    const lines = child(node, "body");
    const before = write && lines ? list(lines, "body").filter((one) => one.end <= write.start) : [];
    return before
      .filter(
        (one) =>
          child(one, "test")?.type === "BinaryExpression" &&
          findAll(one, ({ type }) => type === "ReturnStatement").length > 0,
      )
      .map((one) => ({ file, node: one }));
  });
  return ends ?? null;
}
