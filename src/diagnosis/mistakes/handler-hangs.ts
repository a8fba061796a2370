import { functionAt, placeOfFound } from "../../source/handlers.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, list, nameOf } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import { lastEntered, reachedRoute, requestLine } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

/** Members of the response that prepare an answer, or are answers that nobody called. */
const PREPARING = ["status", "set", "header", "setHeader", "type", "contentType", "append", "cookie", "write"];
const ANSWERS = ["end", "json", "send", "sendStatus"];

/** The line in a handler that looks like an answer and sends none, if there is one such line. */
function unsent(source: Source, place: Place | null): Place | null {
  const handler = place && functionAt(source, place);
  if (!handler) return null;
  const lines = findAll(handler.node, (node, ancestors) => {
    const statement = ancestors.at(-1)?.type ?? "";
    const ends =
      statement === "ExpressionStatement" ||
      statement === "ReturnStatement" ||
      (statement === "ArrowFunctionExpression" && node.type === "CallExpression");
    if (!ends) return false;
    if (node.type === "MemberExpression") return ANSWERS.includes(nameOf(node) ?? "");
    const callee = node.type === "CallExpression" ? child(node, "callee") : null;
    return callee?.type === "MemberExpression" && PREPARING.includes(nameOf(callee) ?? "");
  });
  const telling = lines.filter((node) => {
    const callee = node.type === "CallExpression" ? child(node, "callee") : null;
    return !callee || ["status", "write"].includes(nameOf(callee) ?? "");
  });
  return onlyPlace(telling.map((node) => ({ file: handler.file, node })));
}

/** The if without an else that ends a handler, and leaves the other case open. */
function openIf(source: Source, place: Place | null): Place | null {
  const handler = place && functionAt(source, place);
  const body = handler && child(handler.node, "body");
  const last = body ? list(body, "body").at(-1) : null;
  if (!handler || last?.type !== "IfStatement" || child(last, "alternate")) return null;
  return placeOfFound({ file: handler.file, node: last });
}

/** No answer, though the program is alive. */
export const handlerHangs: Mistake = {
  id: "handler-hangs",
  find({ transcript, source }) {
    const exchange = transcript.exchanges.find(({ hang }) => hang === "waiting");
    if (!exchange) return null;
    const entered = lastEntered(exchange);
    const at = entered?.place ?? null;
    const request = requestLine(exchange.request);
    const middleware = entered?.role === "middleware" && !reachedRoute(transcript, exchange);
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
      place: unsent(source, at) ?? (middleware ? null : openIf(source, at)) ?? at,
    };
  },
};
