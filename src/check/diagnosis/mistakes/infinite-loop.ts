/** A request gets no answer because the program is in an endless loop. */

import { requestLine } from "../../judge/read-transcript.ts";
import { findInSource, firstPlace, placeOfFound } from "../../source/found.ts";
import { callsFunction } from "../../source/calls.ts";
import { functionAt, handlersOf } from "../../source/handlers.ts";
import { functionsOf, within } from "../../source/making.ts";
import type { Source } from "../../source/source.ts";
import { findAll } from "../../source/syntax.ts";
import { timersOf } from "../../source/values.ts";
import { holdsUpNode } from "../../source/waits.ts";
import type { Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { isStuckAfter, lastEntered } from "../read-evidence.ts";

const LOOP = /^(While|DoWhile|For|ForOf|ForIn)Statement$/;

/** The first timer that the source sets. */
function timerIn(source: Source): Place | null {
  const [timer] = timersOf(source);
  return timer ? placeOfFound(timer) : null;
}

export const infiniteLoop: Mistake = {
  id: "infinite-loop",
  find({ transcript, source }) {
    const exchange = transcript.exchanges.find(({ hang }) => hang === "blocked");
    if (!exchange) return null;
    const { method, path } = exchange.request;
    const at = exchange.blockedAt;
    const around = at && functionAt(source, at);
    // The head of the loop tells more than the statement that ran when the program was stopped.
    const enclosing =
      around &&
      findAll(
        around.node,
        ({ type, loc }) =>
          LOOP.test(type) &&
          at !== null &&
          Boolean(loc && loc.start.line <= at.line && loc.end.line >= at.line),
      ).at(-1);
    // A loop that stands in another function, and calls the one in which the program was stopped. Only a while can go on
    // for ever, and a function that calls itself needs no loop.
    const callsItself =
      around !== null && findAll(around.node, (one) => callsFunction(source, one, around.node)).length > 0;
    const [calling] =
      around && !enclosing && !callsItself
        ? within(
            functionsOf(source, method, path),
            (node) =>
              /^(Do)?WhileStatement$/.test(node.type) &&
              findAll(node, (one) => callsFunction(source, one, around.node)).length > 0,
          )
        : [];
    const [handler] = handlersOf(source, method, path);
    const inside = handler && findAll(handler.node, ({ type }) => LOOP.test(type))[0];
    const [anywhere] = findInSource(source, ({ type }) => LOOP.test(type));
    const place =
      (around && enclosing ? placeOfFound({ file: around.file, node: enclosing }) : firstPlace(calling)) ??
      at ??
      (handler && inside ? placeOfFound({ file: handler.file, node: inside }) : null) ??
      (anywhere ? placeOfFound(anywhere) : null) ??
      lastEntered(exchange)?.place ??
      null;
    if (isStuckAfter(transcript, exchange)) {
      return {
        title: "What a timer does keeps the program busy without an end",
        why: "The clock was moved on, and a timer of the program ran. The program is busy with it since then and answers nothing.",
        fix: "Look at what should end it: the condition of a loop has to become false, and timers must not set new timers without end.",
        place: at ? place : (timerIn(source) ?? place),
      };
    }
    const rest = exchange.response ? "this request, but no other" : "neither this request nor any other";
    const [wait] = at ? [] : within(functionsOf(source, method, path), holdsUpNode);
    if (wait) {
      return {
        title: `${requestLine(exchange.request)} holds up the whole program`,
        why: `What stands here lets nothing else run until what it waits for is over, and it was not over at the deadline: the program answers ${rest}.`,
        fix: "Wait for it with await instead: then other requests are answered meanwhile.",
        place: placeOfFound(wait),
      };
    }
    if (
      at &&
      around &&
      !enclosing &&
      !calling &&
      findAll(around.node, ({ type }) => LOOP.test(type)).length === 0
    ) {
      return {
        title: `${requestLine(exchange.request)} keeps the program busy for longer than anybody waits`,
        why: `The program works on what stands here and can do nothing else meanwhile: it answers ${rest}.`,
        fix: "Look at what takes so long: a function that calls itself without an end, too large a number, or a call that holds up everything, as those ending in Sync do.",
        place: at,
      };
    }
    return {
      title: `${requestLine(exchange.request)} gets caught in a loop that never ends`,
      why: `The program is busy with the loop and can do nothing else: it answers ${rest}.`,
      fix: "Look at what should end the loop: the condition has to become false, or the counter has to move.",
      place,
    };
  },
};
