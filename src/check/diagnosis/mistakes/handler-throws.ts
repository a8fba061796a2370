/** A handler threw an error, or its promise was rejected, instead of an answer. */

import type { CheckResult } from "../../judge/check.ts";
import { requestLine, exchangeOf, tokensOf } from "../../judge/read-transcript.ts";
import { lacksReturn } from "../../source/answers-and-returns.ts";
import { functionAt } from "../../source/handlers.ts";
import { throwWithoutStack } from "../../source/made-errors.ts";
import type { Source } from "../../source/source.ts";
import { list, nameOf } from "../../source/syntax.ts";
import type { Exchange, Fault } from "../../transcript.ts";
import { isAnsweredFromCatch, tellsCaught } from "../catching.ts";
import type { Mistake, Evidence, Explanation } from "../mistake.ts";
import {
  answeredAt,
  caughtIn,
  faultsOf,
  inWords,
  lastEntered,
  lateFault,
  lineInWords,
  reachedRoute,
} from "../read-evidence.ts";
import { exportedByMistake, inACircle } from "./crash-on-start.ts";
import { remedyFor } from "./errors.ts";

/** Whether an answer that was given in a catch is not the one that the check wants. */
function isUnwanted({ response }: Exchange, { check: { expects } }: CheckResult): boolean {
  return response !== null && (response.status >= 500 || expects?.status !== response.status);
}

/** Whether an error is an accident, made by JavaScript, Node or a library, and not the program's own way to refuse. */
export function isAccident({ name, own }: Fault): boolean {
  return /^(Type|Reference|Range|Syntax)Error$/.test(name) || !own;
}

function wantsSuccess(status: number | "success" | undefined): boolean {
  return status === "success" || (status !== undefined && status < 300);
}

/** Whether the learner's own error handler gave the answer. */
export function isAnsweredByErrorHandler(exchange: Exchange): boolean {
  const entered = exchange.events.findLast(({ kind }) => kind === "entered");
  return entered?.kind === "entered" && entered.role === "error-handler" && answeredAt(exchange) !== null;
}

/** The exchange that was answered before an error left the store as the failed check found it; else null. */
function unfinished({ transcript, failure }: Evidence): Exchange | null {
  const holds = (one: Exchange | null) => tokensOf(one?.store)?.includes("refresh123") ?? null;
  const login = exchangeOf(transcript, "login");
  const logout = exchangeOf(transcript, "logout");
  const forgets =
    failure.check.id.startsWith("logout-") && lateFault(logout) !== null && holds(logout) === true;
  if (forgets) return logout;
  const missed = /^(store-holds-token|token-renews)/.test(failure.check.id);
  return missed && lateFault(login) !== null && holds(login) === false ? login : null;
}

/**
 * The line that threw is not the cause. Either a return is missing, so the line should not have run; or the file that
 * it needs something from does not export it; or the handler answered first, and the check misses what comes after the
 * line.
 */
export const handlerThrowsBecause: Mistake = {
  id: "handler-throws",
  find(evidence) {
    const { exchange, source } = evidence;
    const late = unfinished(evidence);
    const fault = lateFault(late);
    if (late && fault) {
      return {
        title: `${requestLine(late.request)} answers, and then throws an error`,
        why: `${inWords(fault)}. The client has its answer by then and notices nothing, but what stands behind this line never runs.`,
        fix: remedyFor(
          fault,
          "Do all the work first, and answer last; mend what the error names, or leave the line out.",
          source,
        ),
        place: fault.place ?? lastEntered(late)?.place ?? null,
      };
    }
    const [first] = faultsOf(exchange);
    const elsewhere = first && (exportedByMistake(source, first) ?? inACircle(source, first));
    return elsewhere ?? (exchange && goesOn(exchange, source));
  },
};

/** The answer of a branch that lacks its return: the handler went on to a line that throws. */
function goesOn(exchange: Exchange, source: Source): Explanation | null {
  const fault = lateFault(exchange);
  const answer = answeredAt(exchange);
  // A second answer is a mistake with a rule of its own.
  if (exchange.events.some(({ kind }) => kind === "answered-again")) return null;
  if (!fault?.place || !answer || !exchange.response || !lacksReturn(source, answer, fault.place))
    return null;
  return {
    title: `${requestLine(exchange.request)} answers ${exchange.response.status}, goes on, and throws an error`,
    why: `The answer ${exchange.response.status} is sent here, but sending an answer does not end a function: the handler goes on to ${lineInWords(fault.place, answer)}, and there it throws: ${inWords(fault)}.`,
    fix: "Put return in front of this answer. Then see why this request comes to it at all, where it should get another answer.",
    place: answer,
  };
}

/** Whether the function that an error comes from looks like an error handler that lacks a parameter. */
function lacksParameter(source: Source, { place }: Fault): boolean {
  const around = place && functionAt(source, place);
  const params = around ? list(around.node, "params") : [];
  return params.length === 3 && /^(e|err|error|ex|exception)$/i.test(nameOf(params[0] ?? null) ?? "");
}

export const handlerThrows: Mistake = {
  id: "handler-throws",
  find({ exchange, failure, source, transcript }) {
    const late = lateFault(exchange);
    const fault = faultsOf(exchange).find(
      (one) => one !== late && (one.status === null || one.status >= 500),
    );
    if (exchange && isAnsweredFromCatch(source, exchange) && isUnwanted(exchange, failure)) {
      const caught = caughtIn(exchange).at(-1);
      const place = answeredAt(exchange);
      const status = exchange.response?.status ?? "";
      const told = place !== null && tellsCaught(source, place);
      if (caught) {
        const where = caught.place ? `, thrown at ${lineInWords(caught.place, place)}` : "";
        return {
          title: `The handler of ${requestLine(exchange.request)} throws an error, and catches it`,
          why: `${inWords(caught)}${where}. It is caught, and the answer ${status} is given here${told ? "" : ", which says nothing of it"}.`,
          fix: remedyFor(
            caught,
            told
              ? "Mend what the error names."
              : "Mend what the error names; what it says is lost unless you print it where you catch it.",
            source,
          ),
          place,
        };
      }
      return {
        title: `The handler of ${requestLine(exchange.request)} throws an error, and catches it`,
        why: `The answer ${status} was given here, where an error is caught: a line before it threw one, ${told ? "and the answer holds what it says" : "and what it says is lost"}.`,
        fix: `${told ? "Read the answer below. If that is not enough, print" : "Print"} the error where you catch it, with console.log: it names the line and what was wrong there.`,
        place,
      };
    }
    if (!exchange || !fault) return null;
    // The program may pass on an error of its own to refuse; an error that JavaScript throws is an accident.
    const wanted = failure.check.expects?.status;
    const accident = isAccident(fault);
    const own = isAnsweredByErrorHandler(exchange);
    const status = exchange.response?.status ?? 0;
    if (!accident && (status === wanted || (own && (!wantsSuccess(wanted) || status < 500)))) return null;
    const reached = transcript.layers.length === 0 || reachedRoute(transcript, exchange);
    const request = requestLine(exchange.request);
    if (lacksParameter(source, fault)) {
      return {
        title: "An error handler with three parameters is an ordinary middleware",
        why: `Express tells an error handler by its four parameters. This one has three, so it gets every request, as (req, res, next) under other names: ${inWords(fault)}.`,
        fix: "Give it all four, (err, req, res, next), also where next is not used, and register it after the routes.",
        place: fault.place,
      };
    }
    const who = own ? "Your error handler" : "Express";
    return {
      title: reached
        ? `The handler of ${request} throws an error`
        : `A middleware throws an error before ${request} comes to its route`,
      why: `${inWords(fault)}. ${who} caught it and answered with ${status || "an error"}${reached ? " instead of your handler" : ", and the route was never asked"}.`,
      fix: remedyFor(
        fault,
        accident
          ? "The message says what was not as this line expects it; print that with console.log just before."
          : "Your program throws this error itself: see why this request comes to it, and let it do its work there instead.",
        source,
      ),
      place:
        fault.place ??
        throwWithoutStack(source, exchange.request, fault.message) ??
        lastEntered(exchange)?.place ??
        null,
    };
  },
};
