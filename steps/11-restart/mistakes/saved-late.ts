/** The program saves, but only after the answer: on a timer, at its end, or without waiting for the file. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { promiseKept } from "../../../src/check/source/promises.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import {
  calledName,
  child,
  findAll,
  isFunction,
  list,
  nameOf,
  stringOf,
} from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { isKeptGently, whatWasLost, writesIn } from "./restarts.ts";
import type { Lost } from "./restarts.ts";

const TOLD: Record<Lost, string> = {
  login: "a login was answered",
  access: "a login was answered",
  renewal: "a renewal was answered",
  rotation: "a renewal was answered",
  logout: "a logout was answered",
  detection: "an old token had been sent",
  reuse: "an old token that came back was refused",
};

/** The names of the functions that write something, and of the functions that call them. */
function saversIn(source: Source): Set<string> {
  const names = new Set(writesIn(source).flatMap(({ node }) => nameOf(child(node, "callee")) ?? []));
  for (let turn = 0; turn < 2; turn++) {
    const functions = findInSource(source, ({ type }) =>
      [
        "FunctionDeclaration",
        "VariableDeclarator",
        "MethodDefinition",
        "Property",
        "PropertyDefinition",
      ].includes(type),
    );
    for (const { node } of functions) {
      const name = nameOf(child(node, "id") ?? child(node, "key"));
      if (name !== null && findAll(node, (inner) => names.has(calledName(inner) ?? "")).length > 0)
        names.add(name);
    }
  }
  return names;
}

/** How saving is put off, and where: on a timer, to the end of the process, or without waiting. */
function delayIn(source: Source): { how: string; found: Found } | null {
  const savers = saversIn(source);
  const saves = (node: Node) =>
    findAll(node, (inner) => savers.has(calledName(inner) ?? "") || savers.has(nameOf(inner) ?? "")).length >
    0;
  const calls = findInSource(source, (node) => node.type === "CallExpression");
  const called = (test: (name: string, node: Node) => boolean) =>
    calls.find(({ node }) => test(calledName(node) ?? "", node) && list(node, "arguments").some(saves));
  const timer = called((name) => TIMERS.test(name));
  if (timer) return { how: "on a timer", found: timer };
  const ending = called(
    (name, node) =>
      ["on", "once"].includes(name) &&
      list(node, "arguments").some((argument) =>
        /^(?:SIG\w+|exit|beforeExit)$/.test(stringOf(argument) ?? ""),
      ),
  );
  if (ending) return { how: "when the program ends", found: ending };
  const finish = called(
    (name, node) =>
      ["on", "once"].includes(name) &&
      list(node, "arguments").some((argument) => ["finish", "close"].includes(stringOf(argument) ?? "")),
  );
  if (finish) return { how: "when the answer has been sent", found: finish };
  // The program's own event: emit() calls the listeners, and drops the promises that they give back.
  const emitted = calls.flatMap(({ node }) => {
    const [event] = calledName(node) === "emit" ? list(node, "arguments") : [];
    return (event && stringOf(event)) ?? [];
  });
  const listener = called(
    (name, node) =>
      ["on", "once", "addListener"].includes(name) &&
      list(node, "arguments").some((argument) => emitted.includes(stringOf(argument) ?? "")),
  );
  // A stream's write has no promise that somebody could wait for.
  const givesPromise = writesIn(source).some(({ node }) =>
    /^(write|append)File$/.test(calledName(node) ?? ""),
  );
  return listener && givesPromise
    ? { how: "by a listener, and nobody waits for what a listener does", found: listener }
    : null;
}

const ROUTES: Record<Lost, "/login" | "/token" | "/logout"> = {
  login: "/login",
  access: "/login",
  renewal: "/token",
  rotation: "/token",
  logout: "/logout",
  detection: "/token",
  reuse: "/token",
};

const TIMERS = /^(setInterval|setTimeout|setImmediate|nextTick|queueMicrotask|debounce|throttle)$/;

/** Whether a function cannot be waited for: it sets a timer, or writes and hands what comes next to a callback. */
function goesItsOwnWay(source: Source, { node }: Found): boolean {
  const writes = writesIn(source);
  return (
    findAll(
      node,
      (inner) =>
        TIMERS.test(calledName(inner) ?? "") ||
        (writes.some((one) => one.node === inner) && list(inner, "arguments").some(isFunction)),
    ).length > 0
  );
}

/** The call of a function that saves, in a route's code, for which nobody waits, or which comes after the answer. */
function droppedIn(source: Source, path: "/login" | "/token" | "/logout"): Found | null {
  const savers = saversIn(source);
  const [found] = within(functionsOf(source, "POST", path), (node, ancestors) => {
    const name = calledName(node);
    if (name === null || !savers.has(name) || ancestors.at(-1)?.type !== "ExpressionStatement") return false;
    const own = functionsCalled(source, node);
    return own.length > 0 && !own.some((one) => goesItsOwnWay(source, one));
  });
  return found ?? null;
}

export const savedLate: Mistake = {
  id: "saved-late",
  find(evidence) {
    const lost = whatWasLost(evidence);
    if (lost === null || isKeptGently(evidence, lost) !== true) return null;
    const kept = promiseKept(evidence.source, functionsOf(evidence.source, "POST", ROUTES[lost]));
    const savers = saversIn(evidence.source);
    if (kept && findAll(kept.node, (one) => savers.has(calledName(one) ?? "")).length > 0) {
      return {
        title: "It is saved too late",
        why: `The power failed in the moment in which ${TOLD[lost]}. After the next start, nothing of it was there; when the app was stopped gently and had time for it, everything was. The function that begins to write here is awaited, and gives back nothing: so await has nothing to wait for, and the answer goes out before the file is written.`,
        fix: "Return the promise from that function.",
        place: placeOfFound(kept),
      };
    }
    const dropped = droppedIn(evidence.source, ROUTES[lost]);
    const delay = dropped ? null : delayIn(evidence.source);
    const writes = writesIn(evidence.source);
    // A stream is opened once; what it is given to write later is what may be lost.
    const write = writes.find(({ node }) => calledName(node) !== "createWriteStream") ?? writes[0];
    const found = dropped ?? delay?.found ?? write;
    return {
      title: "It is saved too late",
      why: `The power failed in the moment in which ${TOLD[lost]}. After the next start, nothing of it was there; when the app was stopped gently and had time for it, everything was. So it is saved ${delay?.how ?? "after the answer, or by something that nobody waits for"}, and a power cut does not wait.`,
      fix: "Save before you answer: the client may rely on what it was told. A write that gives a promise has to be awaited before the answer; one that ends in Sync has happened when its line is over.",
      place: found ? placeOfFound(found) : null,
    };
  },
};
