import { lastEntered, reachedRoute, requestLine } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

/** No answer, though the program is alive. */
export const handlerHangs: Mistake = {
  id: "handler-hangs",
  find({ transcript }) {
    const exchange = transcript.exchanges.find(({ hang }) => hang === "waiting");
    if (!exchange) return null;
    const entered = lastEntered(exchange);
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
      place: entered?.place ?? null,
    };
  },
};
