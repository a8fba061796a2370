/** A handler threw an error, or its promise was rejected, instead of an answer. */

import type { CheckResult } from "../../judge/check.ts";
import { requestLine } from "../../judge/read-transcript.ts";
import type { Exchange } from "../../transcript.ts";
import { isAnsweredFromCatch } from "../catching.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt, faultsOf, inWords, lastEntered } from "../read-evidence.ts";
import { remedyFor } from "./errors.ts";

/** Whether an answer given in a catch is not the one that was wanted. */
function isUnwanted({ response }: Exchange, { check: { expects } }: CheckResult): boolean {
  return response !== null && (response.status >= 500 || expects?.status !== response.status);
}

export const handlerThrows: Mistake = {
  id: "handler-throws",
  find({ exchange, failure, source }) {
    const fault = faultsOf(exchange).find(({ status }) => status === null || status >= 500);
    if (exchange && isAnsweredFromCatch(source, exchange) && isUnwanted(exchange, failure)) {
      return {
        title: `The handler of ${requestLine(exchange.request)} throws an error, and catches it`,
        why: `The answer ${exchange.response?.status ?? ""} was given here, where an error is caught: a line before it threw one, and what it says is lost.`,
        fix: "Print the error where you catch it, with console.log: it names the line and what was wrong there.",
        place: answeredAt(exchange),
      };
    }
    if (!exchange || !fault) return null;
    // An error that is passed on as a way to answer is no accident; one that JavaScript itself throws is.
    const wanted = failure.check.expects?.status;
    const accident = /^(Type|Reference|Range|Syntax)Error$/.test(fault.name);
    if (exchange.response && exchange.response.status === wanted && !accident) return null;
    return {
      title: `The handler of ${requestLine(exchange.request)} throws an error`,
      why: `${inWords(fault)}. Express caught it and answered with an error instead of your handler.`,
      fix: remedyFor(
        fault,
        "The message says what was not as this line expects it; print that with console.log just before.",
      ),
      place: fault.place ?? lastEntered(exchange)?.place ?? null,
    };
  },
};
