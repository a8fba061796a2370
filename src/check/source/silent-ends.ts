/** Finds where code comes to its end without an answer to the request. */

import type { Place } from "../transcript.ts";
import { placeOfFound } from "./found.ts";
import type { Found } from "./found.ts";
import { onlyPlace } from "./landmarks.ts";
import { within } from "./making.ts";
import { calledName, child, findAll, isFunction, list, nameOf, stringOf } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** Calls on the response that prepare an answer but do not send it. */
const PREPARING = ["status", "write"];
/** Calls that set a header and send nothing either; behind status(…) they show that an answer was meant. */
const HEADERS = ["set", "header", "setHeader", "type", "append"];
/** Methods of the response that send an answer when they are called. */
const ANSWERS = ["end", "json", "send", "sendStatus"];

/** Whether a node makes up a whole statement. */
function isWholeStatement(node: Node, ancestors: readonly Node[]): boolean {
  const around = ancestors.at(-1)?.type ?? "";
  return ["ExpressionStatement", "ReturnStatement"].includes(around) || isBodyOfArrow(node, ancestors);
}

function isBodyOfArrow(node: Node, ancestors: readonly Node[]): boolean {
  const around = ancestors.at(-1);
  return around?.type === "ArrowFunctionExpression" && child(around, "body") === node;
}

/** The only line that looks like an answer but sends none; null where there is no such line, or several. */
export function unsent(handlers: readonly Found[]): Place | null {
  const lines = within(handlers, (node, ancestors) => {
    if (!isWholeStatement(node, ancestors)) return false;
    if (node.type === "MemberExpression") return ANSWERS.includes(nameOf(node) ?? "");
    const callee = node.type === "CallExpression" ? child(node, "callee") : null;
    if (callee?.type !== "MemberExpression") return false;
    const before = calledName(child(callee, "object") ?? callee);
    return (
      PREPARING.includes(nameOf(callee) ?? "") ||
      (before === "status" && HEADERS.includes(nameOf(callee) ?? ""))
    );
  });
  return onlyPlace(lines);
}

/**
 * The last statement of a handler, where it is one that may come to its end without an answer: an if without an else, a
 * loop that answers for what it finds.
 */
export function openEnd([handler]: readonly Found[]): Place | null {
  const body = handler && child(handler.node, "body");
  const last = body ? list(body, "body").at(-1) : null;
  if (!handler || !last) return null;
  const isOpen = last.type === "IfStatement" ? !child(last, "alternate") : isLoop(last) && goesOnIn(last);
  return isOpen ? placeOfFound({ file: handler.file, node: last }) : null;
}

/** Whether a statement is a loop, or a call that goes through a list. */
function isLoop(node: Node): boolean {
  const call = node.type === "ExpressionStatement" ? child(node, "expression") : null;
  const callee = call?.type === "CallExpression" ? child(call, "callee") : null;
  return /^(?:For|While|DoWhile)/.test(node.type) || (callee !== null && nameOf(callee) === "forEach");
}

/** What a handler returns in place of an answer, where it answers nowhere: Express does not look at it. */
export function returnedValue(handlers: readonly Found[]): Place | null {
  const VALUES = ["ObjectExpression", "ArrayExpression", "Literal", "TemplateLiteral", "Identifier"];
  const silent = handlers.filter(({ node }) => list(node, "params").length > 1 && !goesOnIn(node));
  const lines = within(silent, (node, ancestors) => {
    const value = node.type === "ReturnStatement" ? child(node, "argument") : null;
    const isOwn = ancestors.slice(1).every((one) => !isFunction(one));
    return isOwn && VALUES.includes(value?.type ?? "");
  });
  return onlyPlace(lines);
}

/** Whether a node is reached in each case: it stands in no loop, and in no if without an else. */
function isCertain(ancestors: readonly Node[]): boolean {
  return !ancestors.some(
    (one) => /^(For|While)/.test(one.type) || (one.type === "IfStatement" && !child(one, "alternate")),
  );
}

/**
 * A promise whose function never speaks of what would settle it.
 *
 * @param sometimes whether a promise counts as well that is settled only in some cases
 */
export function unsettledPromise(functions: readonly Found[], sometimes = false): Found | null {
  const found = within(functions, (node) => {
    if (node.type !== "NewExpression" || nameOf(child(node, "callee")) !== "Promise") return false;
    const [work] = list(node, "arguments");
    const body = work && isFunction(work) ? child(work, "body") : null;
    const names = work ? list(work, "params").map(nameOf) : [];
    return (
      body !== null &&
      findAll(body, (one, around) => names.includes(nameOf(one) ?? "") && (!sometimes || isCertain(around)))
        .length === 0
    );
  });
  return found[0] ?? null;
}

/** The function that settles a new promise, named as a whole statement or result, and not called: () => resolve. */
export function uncalledSettler(functions: readonly Found[]): Found | null {
  const promises = within(functions, (node) => nameOf(child(node, "callee")) === "Promise");
  for (const { file, node } of promises) {
    const [work] = list(node, "arguments");
    const [settle] = work && isFunction(work) ? list(work, "params").map(nameOf) : [];
    const body = work ? child(work, "body") : null;
    if (!settle || !body) continue;
    const uses: boolean[] = [];
    const [first] = findAll(body, (one, ancestors) => {
      if (one.type !== "Identifier" || nameOf(one) !== settle) return false;
      uses.push(isWholeStatement(one, ancestors));
      return true;
    });
    if (first && !uses.includes(false)) return { file, node: first };
  }
  return null;
}

/** A call that settles a promise from outside, where such calls stand in catches alone: a lock kept by who succeeds. */
export function releasedInCatchOnly(functions: readonly Found[]): Found | null {
  const given = within(functions, (node, ancestors) => {
    const isPromise = ancestors.some((one) => nameOf(child(one, "callee")) === "Promise");
    return isPromise && node.type === "AssignmentExpression" && child(node, "right")?.type === "Identifier";
  });
  for (const { node } of given) {
    const name = nameOf(child(node, "left"));
    const inCatch: boolean[] = [];
    const [call] = within(functions, (one, ancestors) => {
      if (one.type !== "CallExpression" || nameOf(child(one, "callee")) !== name) return false;
      inCatch.push(ancestors.some(({ type }) => type === "CatchClause"));
      return true;
    });
    if (name !== null && call && !inCatch.includes(false)) return call;
  }
  return null;
}

/** Whether a node answers, passes the request on, or calls back. */
function goesOn(node: Node): boolean {
  const name = node.type === "CallExpression" ? nameOf(child(node, "callee")) : null;
  return (
    name !== null && /^(json|send|sendStatus|end|redirect|next|resolve|reject|done|cb|callback)$/.test(name)
  );
}

function goesOnIn(node: Node): boolean {
  return findAll(node, goesOn).length > 0;
}

/**
 * An if without an else that ends a block of a function, also of a callback inside: only one of the two cases goes on.
 */
export function halfAnIf(functions: readonly Found[]): Found | null {
  const found = within(functions, (node, ancestors) => {
    if (node.type !== "IfStatement" || child(node, "alternate")) return false;
    const block = ancestors.at(-1);
    const isLast = block?.type === "BlockStatement" && list(block, "body").at(-1) === node;
    const owner = ancestors.at(-2);
    const endsFunction = owner !== undefined && (isFunction(owner) || owner.type === "CatchClause");
    return isLast && endsFunction && goesOnIn(node);
  });
  return found[0] ?? null;
}

/**
 * The last statement of a middleware that passes on in a branch before, and there does not: it calls neither next nor
 * anything that answers.
 */
export function endsWithoutNext(functions: readonly Found[]): Found | null {
  const all = within(functions, isFunction);
  const ends = all.flatMap(({ file, node }) => {
    const next = nameOf(list(node, "params")[2] ?? null);
    const body = child(node, "body");
    const last = body ? list(body, "body").at(-1) : undefined;
    if (next === null || !body || !last || !/^(Expression|Variable)/.test(last.type)) return [];
    const speaks = (one: Node) => findAll(one, (inner) => nameOf(inner) === next).length > 0;
    return speaks(body) && !speaks(last) && !goesOnIn(last) ? [{ file, node: last }] : [];
  });
  return ends.length === 1 ? (ends[0] ?? null) : null;
}

/** Events that come once an answer has been sent, or its client is gone (https://nodejs.org/api/http.html#event-finish). */
const AFTER_ANSWER = ["finish", "close", "end"];

/** The only call of next in a middleware, where it waits for the answer to be sent: res.on("finish", () => next()). */
export function nextAfterAnswer(functions: readonly Found[]): Found | null {
  for (const middleware of functions) {
    const next = nameOf(list(middleware.node, "params")[2] ?? null);
    const waiting: boolean[] = [];
    const calls = within([middleware], (node, ancestors) => {
      if (next === null || node.type !== "CallExpression" || nameOf(child(node, "callee")) !== next)
        return false;
      const listens = ancestors.some((one) => {
        const [event] = /^(on|once|addListener)$/.test(calledName(one) ?? "") ? list(one, "arguments") : [];
        return event !== undefined && AFTER_ANSWER.includes(stringOf(event) ?? "");
      });
      waiting.push(listens);
      return true;
    });
    const [first] = calls;
    if (first && !waiting.includes(false)) return first;
  }
  return null;
}

/** A return without a value in a branch that neither answers nor passes on. */
export function silentReturn(functions: readonly Found[]): Found | null {
  const found = within(functions, (node, ancestors) => {
    if (node.type !== "ReturnStatement" || child(node, "argument")) return false;
    const branch = ancestors.findLast(({ type }) => type === "IfStatement" || type === "SwitchCase");
    return branch !== undefined && !goesOnIn(branch);
  });
  return found[0] ?? null;
}

/** What people call a function that is to be called in the end. */
const CALLBACK = /^(callback|cb|done|next)$/;
/** Functions that call later what they are handed. */
const LATER = ["setImmediate", "setTimeout", "nextTick", "queueMicrotask"];

/** The name of a callback, on its own, where it should be called: cb; or setImmediate(() => cb). */
export function namedCallback(functions: readonly Found[]): Found | null {
  const [found] = within(functions, (node, ancestors) => {
    if (node.type !== "Identifier" || !CALLBACK.test(nameOf(node) ?? "")) return false;
    const isLater = LATER.includes(calledName(ancestors.at(-2) ?? node) ?? "");
    return ancestors.at(-1)?.type === "ExpressionStatement" || (isLater && isBodyOfArrow(node, ancestors));
  });
  return found ?? null;
}

/** A function that takes a callback and never speaks of it again. */
export function forgottenCallback(functions: readonly Found[]): Found | null {
  const found = functions.find(({ node }) => {
    const callback = list(node, "params").find((one) => /^(callback|cb|done)$/.test(nameOf(one) ?? ""));
    const body = child(node, "body");
    return callback && body && findAll(body, (one) => nameOf(one) === nameOf(callback)).length === 0;
  });
  return found ?? null;
}
