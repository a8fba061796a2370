/** The program ended while it answered, or because of something that a handler had begun. */

import { requestLine } from "../../judge/read-transcript.ts";
import { lacksReturn } from "../../source/answers-and-returns.ts";
import { handlersOf } from "../../source/handlers.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import { throwOf, throwWithoutStack } from "../../source/made-errors.ts";
import type { Source } from "../../source/source.ts";
import { findAll } from "../../source/syntax.ts";
import type { Exchange, Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt, faultsOf, inWords, lastEntered } from "../read-evidence.ts";
import { remedyFor } from "./errors.ts";

/**
 * The one place where a request's handler throws; null where there are several. It helps where an error of Node's own
 * names no line of the learner's.
 */
function onlyThrow(source: Source, { request: { method, path } }: Exchange): Place | null {
  const throws = handlersOf(source, method, path).flatMap(({ file, node }) =>
    findAll(node, ({ type }) => type === "ThrowStatement").map((one) => ({ file, node: one })),
  );
  return onlyPlace(throws);
}

export const crashInHandler: Mistake = {
  id: "crash-in-handler",
  find({ transcript: { ending, exchanges, boot }, source }) {
    if (!ending || boot.outcome !== "up") return null;
    const exchange = exchanges.find(({ ended }) => ended) ?? exchanges.at(-1) ?? null;
    const fault = faultsOf(exchange).at(-1) ?? exchanges.flatMap(faultsOf).at(-1);
    const answer = answeredAt(exchange);
    if (exchange && fault?.place && answer && lacksReturn(source, answer, fault.place)) {
      return {
        title: `The program ends at ${requestLine(exchange.request)}, after it has answered`,
        why: `The answer is sent here, but sending an answer does not end a function: the handler goes on to line ${fault.place.line}, and there it throws: ${inWords(fault)}. Nothing caught that, and Node ended the program.`,
        fix: "Put return in front of this answer.",
        place: answer,
      };
    }
    const during = exchange ? ` at ${requestLine(exchange.request)}` : "";
    const exited = ending.place !== null || (!fault && ending.signal === null);
    const rejectedWith = /rejected with the reason "([^]*)"/.exec(fault?.message ?? "")?.[1];
    const how = rejectedWith
      ? `a promise that was rejected with ${rejectedWith.startsWith("#<") ? "an object" : `"${rejectedWith}"`}, which nothing caught`
      : fault
        ? `an error that nothing caught: ${inWords(fault)}`
        : ending.signal
          ? `the signal ${ending.signal}`
          : `process.exit${ending.code === null ? "" : ` (code ${ending.code})`}`;
    return {
      title: `The program ends${during}`,
      why: `What ended it was ${how}. ${exited ? "A server that has ended answers nobody: neither this request nor any later one." : "Express catches what a handler throws while it runs. What is thrown later, in a callback or (with Express 4) in a promise, nobody catches, and Node ends the program."}`,
      fix: exited
        ? "Answer the request instead, and let the program run on."
        : fault
          ? remedyFor(
              fault,
              "Mend what the error names; where something may fail, catch it and answer with an error.",
              source,
            )
          : "Look at what your handler had begun when the program ended.",
      place:
        (fault?.place ? throwOf(source, fault.place) : null) ??
        fault?.place ??
        ending.place ??
        (fault && exchange
          ? (throwWithoutStack(source, exchange.request, fault.message) ?? onlyThrow(source, exchange))
          : null) ??
        lastEntered(exchange)?.place ??
        null,
    };
  },
};
