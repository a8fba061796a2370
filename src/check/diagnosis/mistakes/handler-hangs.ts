/** A request gets no answer, though the program is not busy. */

import { requestLine } from "../../judge/read-transcript.ts";
import { findInSource, handlersOf, placeOfFound } from "../../source/handlers.ts";
import type { Found } from "../../source/handlers.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, list, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { lastEntered, reachedRoute } from "../read-evidence.ts";

/** Calls on the response that prepare an answer without sending it. */
const PREPARING = ["status", "write"];
/** Calls on the response that send one, where they are called. */
const ANSWERS = ["end", "json", "send", "sendStatus"];

/** Whether a node is all that a statement does. */
function isWholeStatement(node: Node, ancestors: readonly Node[]): boolean {
  const around = ancestors.at(-1)?.type ?? "";
  return ["ExpressionStatement", "ReturnStatement"].includes(around) || isBodyOfArrow(node, ancestors);
}

function isBodyOfArrow(node: Node, ancestors: readonly Node[]): boolean {
  const around = ancestors.at(-1);
  return around?.type === "ArrowFunctionExpression" && child(around, "body") === node;
}

/** The line that looks like an answer and sends none, if there is one such line. */
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

/** The if without an else that ends the handler, and leaves the other case open. */
function openIf([handler]: readonly Found[]): Place | null {
  const body = handler && child(handler.node, "body");
  const last = body ? list(body, "body").at(-1) : null;
  if (!handler || last?.type !== "IfStatement" || child(last, "alternate")) return null;
  return placeOfFound({ file: handler.file, node: last });
}

/** Something of express that has to be called to become a middleware, and was not: app.use(express.json). */
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

export const handlerHangs: Mistake = {
  id: "handler-hangs",
  find({ transcript, source }) {
    const exchange = transcript.exchanges.find(({ hang }) => hang === "waiting");
    if (!exchange) return null;
    const entered = lastEntered(exchange);
    const at = entered?.place ?? null;
    const request = requestLine(exchange.request);
    const middleware = entered?.role === "middleware" && !reachedRoute(transcript, exchange);
    const handlers = handlersOf(source, exchange.request.method, exchange.request.path);
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
    const begun = exchange.error?.startsWith("an answer") ?? false;
    return {
      title: middleware ? `${request} is never passed on` : `${request} is never answered`,
      why: middleware
        ? "A middleware took the request and neither answered it nor called next(). Express waits for one of the two."
        : begun
          ? "The answer was begun, but never ended. The client waits for the rest."
          : "The handler was called and returned, or still waits, without an answer on this path. Express never answers by itself: the client waits until it gives up.",
      fix: middleware
        ? "Call next() when the middleware has done its part."
        : "Follow this request through the handler, branch by branch: each has to end with res.json, res.send, res.sendStatus or res.end.",
      place: (middleware ? null : (unsent(handlers) ?? openIf(handlers))) ?? at,
    };
  },
};
