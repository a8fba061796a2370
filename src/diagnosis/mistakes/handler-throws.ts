import { faultsOf, inWords, lastEntered, requestLine } from "../reading.ts";
import type { Mistake } from "../mistake.ts";
import { remedyFor } from "./errors.ts";

/** It threw or rejected while answering. */
export const handlerThrows: Mistake = {
  id: "handler-throws",
  find({ exchange, failure }) {
    const fault = faultsOf(exchange).find(({ status }) => status === null || status >= 500);
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
