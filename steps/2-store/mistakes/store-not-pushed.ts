/** The array is there, but login adds nothing to it. */

import type { Mistake, Evidence, Explanation } from "../../../src/check/diagnosis/mistake.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, makingOf, within } from "../../../src/check/source/making.ts";
import { onlyNamed } from "../../../src/check/source/only-named.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { calledName, child, findAll, list, nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { timersOf } from "../../../src/check/source/values.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import { letGoIn } from "../../../src/course/token-code.ts";
import { unheardListener } from "../../../src/course/unheard-events.ts";

const ADDING = ["push", "unshift"];
const TAKING = ["pop", "shift", "splice"];

function isCallOf(node: Node, methods: readonly string[]): boolean {
  const receiver = receiverOf(node);
  return nameOf(receiver) === "refreshTokens" && methods.includes(nameOf(child(node, "callee")) ?? "");
}

/** What Node says about a timer that is too long (https://nodejs.org/api/timers.html#settimeoutcallback-delay-args). */
const OVERFLOW = /^(\d+) does not fit/;

/** A timer that should run in a month runs at once and removes the token. */
function timerRunsAtOnce({ transcript, source }: Evidence): Explanation | null {
  const warnings = transcript.exchanges
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.kind === "warned" ? [event.message] : []));
  const [, delay] = warnings.flatMap((warning) => OVERFLOW.exec(warning) ?? []);
  if (delay === undefined) return null;
  const timers = timersOf(source);
  const timer =
    timers.find((one) => one.delay === Number(delay)) ?? (timers.length === 1 ? timers[0] : undefined);
  return {
    title: "A timer takes the token away at once",
    why: `A timer was set to ${Number(delay).toLocaleString("en")} ms, and Node's timers hold at most 2,147,483,647, some 24.8 days: a longer one runs after 1 ms, as Node's warning in the output says. After the login refreshTokens is empty again.`,
    fix: "Keep beside each token the time when it ends, and compare that with Date.now() when the token comes; or leave out the end: this course adds it later.",
    place: timer ? placeOfFound(timer) : null,
  };
}

/** The line of a login that removes what another line has added. */
function takenAgain(handlers: readonly Found[]): Found | null {
  const inside = (methods: readonly string[]) =>
    handlers.flatMap(({ file, node }) =>
      findAll(node, (inner) => isCallOf(inner, methods)).map((inner) => ({ file, node: inner })),
    );
  return inside(ADDING).length > 0 ? (inside(TAKING)[0] ?? null) : null;
}

/** The condition that must hold before a login adds the token. */
function conditionAround(handlers: readonly Found[]): Found | null {
  for (const { file, node } of handlers) {
    const around = findAll(node, (inner) => {
      const branches = [child(inner, "consequent"), child(inner, "alternate")];
      return (
        inner.type === "IfStatement" &&
        branches.some((branch) => branch && findAll(branch, (one) => isCallOf(one, ADDING)).length > 0)
      );
    });
    const innermost = around.at(-1);
    if (innermost) return { file, node: innermost };
  }
  return null;
}

/** Calls that make a new array of another one. */
const COPYING = /^(slice|concat|from|structuredClone|toSpliced)$/;

/** Whether an expression makes a new array of what refreshTokens holds. */
function copies(node: Node): boolean {
  if (node.type === "ArrayExpression")
    return list(node, "elements").some(
      (one) => one.type === "SpreadElement" && isStore(child(one, "argument")),
    );
  const isCopying = COPYING.test(calledName(node) ?? "");
  return isCopying && [receiverOf(node), ...list(node, "arguments")].some(isStore);
}

function isStore(node: Node | null): boolean {
  return nameOf(node) === "refreshTokens";
}

/** Where a function gives its parameter a new list: the list that it was called with stays as it is. */
function parameterReplaced(code: readonly Found[]): Found | null {
  const [found] = code.flatMap((one) => {
    const params = list(one.node, "params").map(nameOf);
    return within([one], (node) => {
      const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
      const right = child(node, "right");
      const isList =
        right?.type === "ArrayExpression" || (right !== null && COPYING.test(calledName(right) ?? ""));
      return left?.type === "Identifier" && isList && params.includes(nameOf(left));
    });
  });
  return found ?? null;
}

/** Where a login pushes onto a copy: the line that makes the copy. */
function addedToCopy(source: Source): Found | null {
  const code = functionsOf(source, "POST", "/login");
  const pushes = within(code, (node) => ADDING.includes(calledName(node) ?? ""));
  const made = makingOf(
    source,
    pushes.flatMap(({ file, node }) => {
      const receiver = receiverOf(node);
      return receiver && !isStore(receiver) ? [{ file, node: receiver }] : [];
    }),
  );
  return made.find(({ node }) => copies(node)) ?? parameterReplaced(code);
}

/** Whether a node stands in a call that prints. */
function isPrinted(ancestors: readonly Node[]): boolean {
  return ancestors.some((one) => nameOf(receiverOf(one)) === "console");
}

export const storeNotPushed: Mistake = {
  id: "store-not-pushed",
  find(evidence) {
    const { transcript, failure, source } = evidence;
    const { storeAtStart, layers } = transcript;
    const [declaration] = declarationsOf(source, "refreshTokens").filter(({ local }) => !local);
    // A variable that no function uses cannot be seen in the running program. The source shows it.
    const unused = failure.check.id === "store-exists" && storeAtStart.kind === "absent" && declaration;
    if (!unused && failure.check.id !== "store-holds-token") return null;
    const handlers = handlersOf(source, "POST", "/login");
    const early = failure.check.id === "store-holds-token" ? timerRunsAtOnce(evidence) : null;
    if (early) return early;
    const taken = takenAgain(handlers);
    if (taken) {
      return {
        title: "Login adds to refreshTokens, and takes out again",
        why: "After a login the array is as empty as before: one line of the login adds the token, and the one shown takes tokens out.",
        fix: "Only logout removes: let a login add, and nothing else.",
        place: placeOfFound(taken),
      };
    }
    const condition = conditionAround(handlers);
    if (condition) {
      return {
        title: "Login adds nothing to refreshTokens",
        why: "The line that adds the token stands behind this condition, and the condition did not hold for this login: ada's, with a password, and nothing that she asks for besides.",
        fix: "Print what the condition looks at; every login has to add its token.",
        place: placeOfFound(condition),
      };
    }
    const [named] = onlyNamed(source, handlers);
    if (named) {
      return {
        title: "A function is named, and not called",
        why: "This line mentions a function and does nothing with it: a function runs when round brackets stand behind its name. So login adds nothing to refreshTokens.",
        fix: "Call it, with the token in the round brackets.",
        place: placeOfFound(named),
      };
    }
    const copy = addedToCopy(source);
    if (copy) {
      return {
        title: "Login adds to a copy of refreshTokens",
        why: "This line makes a new array, and the token goes into that one: refreshTokens itself stays as it is, and the copy is forgotten.",
        fix: "Let login add to refreshTokens itself, with push; a copy is only for those who read.",
        place: placeOfFound(copy),
      };
    }
    const uses = handlers.flatMap(({ file, node }) =>
      findAll(
        node,
        (inner, ancestors) =>
          inner.type === "Identifier" && nameOf(inner) === "refreshTokens" && !isPrinted(ancestors),
      ).map((inner) => ({ file, node: inner })),
    );
    // A line that makes a new array of it and lets that go tells more than one that only looks.
    const letGo = letGoIn(source, "/login").find(
      ({ node }) => findAll(node, (one) => nameOf(one) === "refreshTokens").length > 0,
    );
    const use = letGo ?? uses[0];
    // The only line that adds a token is not in the login handler, so a login does not reach it.
    const [push, ...others] = findInSource(
      source,
      (node) =>
        node.type === "CallExpression" &&
        ["push", "unshift"].includes(nameOf(child(node, "callee")) ?? "") &&
        nameOf(receiverOf(node)) === "refreshTokens",
    );
    const stray = !use && others.length === 0 ? push : undefined;
    const unheard = stray ? unheardListener(source, stray) : null;
    if (unheard) {
      return {
        title: "Nobody tells of the event that this line waits for",
        why: `After a login the array is as empty as before. The line that adds the token runs when the event "${unheard.event}" comes, and no emit of this program has that name.`,
        fix: "Let both have the same name: the one who tells, and the one who listens.",
        place: placeOfFound(unheard),
      };
    }
    const route = layers.find(({ role, path }) => role === "route" && path === "/login");
    return {
      title: "Login adds nothing to refreshTokens",
      why: stray
        ? "After a login the array is as empty as before. The line shown adds to it, but a login does not run it."
        : "The array is there and empty, and after a login it is still empty. The token is sent to the client, but the server keeps no record of it.",
      fix: use
        ? "Look at what this line does to the array: to add at its end is push, with the token in round brackets."
        : "In the login handler, before the answer, add the refresh token to the array.",
      place: use
        ? placeOfFound(use)
        : stray
          ? placeOfFound(stray)
          : (route?.place ?? (declaration ? placeOfFound(declaration) : null)),
    };
  },
};
