/** A request gets no answer, although the program is not busy. */

import { requestLine } from "../../judge/read-transcript.ts";
import { callAt, textOf } from "../../source/at-place.ts";
import { catchAround, promiseCatches } from "../../source/catches.ts";
import { findInSource, firstPlace, functionsNamed, handlersOf, placeOfFound } from "../../source/handlers.ts";
import type { Found } from "../../source/handlers.ts";
import { functionsOf } from "../../source/making.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, isFunction, list, nameOf, placeOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import { placeOfWait } from "../../source/waits.ts";
import type { Place, Exchange, Fault } from "../../transcript.ts";
import type { Mistake, Explanation } from "../mistake.ts";
import { lastEntered, reachedRoute, caughtIn, inWords } from "../read-evidence.ts";

/** Calls on the response that prepare an answer but do not send it. */
const PREPARING = ["status", "write"];
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
function unsent(handlers: readonly Found[]): Place | null {
  const lines = handlers.flatMap(({ file, node: handler }) =>
    findAll(handler, (node, ancestors) => {
      if (!isWholeStatement(node, ancestors)) return false;
      if (node.type === "MemberExpression") return ANSWERS.includes(nameOf(node) ?? "");
      const callee = node.type === "CallExpression" ? child(node, "callee") : null;
      return callee?.type === "MemberExpression" && PREPARING.includes(nameOf(callee) ?? "");
    }).map((node) => ({ file, node })),
  );
  return onlyPlace(lines);
}

/** An if without an else at the end of a handler: in the other case nothing answers. */
function openIf([handler]: readonly Found[]): Place | null {
  const body = handler && child(handler.node, "body");
  const last = body ? list(body, "body").at(-1) : null;
  if (!handler || last?.type !== "IfStatement" || child(last, "alternate")) return null;
  return placeOfFound({ file: handler.file, node: last });
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
function halfAnIf(functions: readonly Found[]): Found | null {
  const found = functions.flatMap(({ file, node: root }) =>
    findAll(root, (node, ancestors) => {
      if (node.type !== "IfStatement" || child(node, "alternate")) return false;
      const block = ancestors.at(-1);
      const isLast = block?.type === "BlockStatement" && list(block, "body").at(-1) === node;
      const owner = ancestors.at(-2);
      const endsFunction = owner !== undefined && (isFunction(owner) || owner.type === "CatchClause");
      return isLast && endsFunction && goesOnIn(node);
    }).map((node) => ({ file, node })),
  );
  return found[0] ?? null;
}

/** A return without a value in a branch that neither answers nor passes on. */
function silentReturn(functions: readonly Found[]): Found | null {
  const found = functions.flatMap(({ file, node: root }) =>
    findAll(root, (node, ancestors) => {
      if (node.type !== "ReturnStatement" || child(node, "argument")) return false;
      const branch = ancestors.findLast(({ type }) => type === "IfStatement" || type === "SwitchCase");
      return branch !== undefined && !goesOnIn(branch);
    }).map((node) => ({ file, node })),
  );
  return found[0] ?? null;
}

/** A function that takes a callback and never speaks of it again. */
function forgottenCallback(functions: readonly Found[]): Found | null {
  const found = functions.find(({ node }) => {
    const callback = list(node, "params").find((one) => /^(callback|cb|done)$/.test(nameOf(one) ?? ""));
    const body = child(node, "body");
    return callback && body && findAll(body, (one) => nameOf(one) === nameOf(callback)).length === 0;
  });
  return found ?? null;
}

/** The functions that are registered at a place: those written there, and those that are named there. */
function registeredAt(source: Source, place: Place | null, name: string): Found[] {
  const call = place && callAt(source, place);
  const given = call ? list(call, "arguments") : [];
  const written = given.filter(isFunction).flatMap((node) => (place ? [{ file: place.file, node }] : []));
  return written.length > 0 ? written : functionsNamed(source, name);
}

/** A function of Express that must be called to give a middleware, and was not: app.use(express.json). */
function uncalled(source: Source): Found | null {
  const [found] = findInSource(source, (node, ancestors) => {
    const around = ancestors.at(-1);
    return (
      node.type === "MemberExpression" &&
      nameOf(child(node, "object")) === "express" &&
      around?.type === "CallExpression" &&
      list(around, "arguments").includes(node)
    );
  });
  return found ?? null;
}

/** A function that makes a handler was passed on without calling it. */
function notCalled(
  source: Source,
  { name, place }: { name: string; place: Place | null },
  request: string,
  at: Place | null,
): Explanation {
  const registration = place && callAt(source, place);
  const given = registration ? list(registration, "arguments").filter((node) => nameOf(node) !== null) : [];
  const meant = given.find((node) => nameOf(node) === name) ?? (given.length === 1 ? given[0] : undefined);
  const written = meant && place ? textOf(source, place.file, meant) : name;
  const called = written === "" || written === "<anonymous>" ? "What stands here" : written;
  return {
    title: `${request} is never passed on`,
    why: `${called} makes a middleware when it is called: handed over without being called, it takes the request itself, makes a function, and neither answers nor calls next().`,
    fix: `Call it, with round brackets behind its name${called === written ? `: ${written}()` : ""}.`,
    place: meant && place ? placeOf(place.file, meant) : (place ?? at),
  };
}

/** The error that was thrown while a request hung, and the catch that caught it. */
function swallow(source: Source, exchange: Exchange, handlers: readonly Found[]): [Fault, Found] | null {
  for (const fault of caughtIn(exchange).toReversed()) {
    const around = fault.frames.map((frame) => catchAround(source, frame)).find((one) => one !== null);
    const catching = around ?? onlyOne(promiseCatches(handlers));
    if (catching) return [fault, catching];
  }
  return null;
}

function onlyOne(found: readonly Found[]): Found | null {
  const [first] = found;
  return first && found.length === 1 ? first : null;
}

export const handlerHangs: Mistake = {
  id: "handler-hangs",
  find({ transcript, exchange: failed, source }) {
    // The one that the failed check shows: a middleware may have kept all of them.
    const waiting = transcript.exchanges.filter(({ hang }) => hang === "waiting");
    const exchange = waiting.find((one) => one === failed) ?? waiting[0];
    if (!exchange) return null;
    const entered = lastEntered(exchange);
    const at = entered?.place ?? null;
    const request = requestLine(exchange.request);
    const middleware = entered?.role === "middleware" && !reachedRoute(transcript, exchange);
    const handlers = handlersOf(source, exchange.request.method, exchange.request.path);
    const factory = exchange.events.find((event) => event.kind === "made-function");
    if (factory?.kind === "made-function") return notCalled(source, factory, request, at);
    const maker = middleware ? uncalled(source) : null;
    if (maker) {
      const name = nameOf(maker.node) ?? "";
      return {
        title: `${request} is never passed on`,
        why: `express.${name} makes a middleware when it is called. Handed over without being called, it takes the request itself, and never passes it on.`,
        fix: `Call it: round brackets behind express.${name}.`,
        place: placeOfFound(maker),
      };
    }
    const swallowed = middleware ? null : swallow(source, exchange, handlers);
    if (swallowed) {
      const [fault, catching] = swallowed;
      const half = halfAnIf([catching]);
      const where = fault.place ? `, thrown at line ${fault.place.line}` : "";
      return {
        title: `${request} is not answered: an error is caught and goes no further`,
        why: `${inWords(fault)}${where}. ${half ? "It is caught, and the catch answers only errors for which this condition holds" : "It is caught here, and what stands in the catch answers nothing"}: so the client waits until it gives up.`,
        fix: "Mend what the error names; and let the catch answer as well, with a 500, or hand the error on with next.",
        place: firstPlace(half, catching),
      };
    }
    const all = functionsOf(source, exchange.request.method, exchange.request.path);
    const pending = exchange.late;
    const begun = exchange.error?.startsWith("an answer") ?? false;
    return {
      title: middleware
        ? `${request} is never passed on`
        : pending
          ? `${request} gets no answer in time`
          : `${request} is never answered`,
      why: middleware
        ? "A middleware took the request and neither answered it nor called next(). Express waits for one of the two."
        : begun
          ? "The answer was begun, but never ended. The client waits for the rest."
          : pending
            ? `Something that the program has begun, as a timer, was still not at its end after ${(pending.ms / 1000).toFixed(1)} s; whether an answer would come after it cannot be said. A client gives up before that.`
            : "The handler was called and returned, or still waits, without an answer on this path. Express never answers by itself: the client waits until it gives up.",
      fix: middleware
        ? "Call next() when the middleware has done its part."
        : "Follow this request through the handler, branch by branch: each has to end with res.json, res.send, res.sendStatus or res.end.",
      place:
        (middleware
          ? firstPlace(halfAnIf(registeredAt(source, at, entered?.name ?? "")))
          : ((pending && placeOfWait(source, exchange.request)) ??
            unsent(handlers) ??
            openIf(handlers) ??
            firstPlace(silentReturn(all), forgottenCallback(all), halfAnIf(all)))) ?? at,
    };
  },
};
