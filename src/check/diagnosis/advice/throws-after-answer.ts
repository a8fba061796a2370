/** Advice: the app answers, and then throws an error that the client never hears of. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Exchange, Fault } from "../../transcript.ts";
import type { Advice } from "../mistake.ts";
import { inWords } from "../read-evidence.ts";

/** What a handler threw when it had answered already; an error that is passed on with a status is a way to answer. */
function thrownLate({ events }: Exchange): Fault | null {
  const answered = events.findIndex(({ kind }) => kind === "answered");
  const late = answered < 0 ? [] : events.slice(answered + 1);
  const faults = late.flatMap((event) => (event.kind === "threw" ? [event.fault] : []));
  return faults.find(({ status }) => status === null || status >= 500) ?? null;
}

/** The client got its answer, and what should have come after it did not happen. */
export const throwsAfterAnswer: Advice = {
  id: "throws-after-answer",
  find({ exchanges }) {
    for (const exchange of exchanges) {
      const fault = thrownLate(exchange);
      if (!fault) continue;
      return {
        title: `${requestLine(exchange.request)} throws an error after it has answered`,
        why: `${inWords(fault)}. The client has its answer and notices nothing; what stands after this line did not happen.`,
        fix: "Mend what the error names, or leave the line out.",
        place: fault.place,
      };
    }
    return null;
  },
};
