/** Advice: the app answers, and then throws an error that the client never hears of. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Advice } from "../mistake.ts";
import { inWords, lateFault } from "../read-evidence.ts";

/** The client got its answer, and what should have come after it did not happen. */
export const throwsAfterAnswer: Advice = {
  id: "throws-after-answer",
  find({ exchanges }) {
    for (const exchange of exchanges) {
      const fault = lateFault(exchange);
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
