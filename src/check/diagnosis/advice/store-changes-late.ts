/** Advice: the app answers before the array has changed. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Advice } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";

/** The answer is there before the array has changed. */
export const storeChangesLate: Advice = {
  id: "store-changes-late",
  find({ exchanges }) {
    const exchange = exchanges.find(({ changedLate }) => changedLate);
    if (!exchange) return null;
    return {
      title: `${requestLine(exchange.request)} answers before refreshTokens has changed`,
      why: "The answer goes out first, and the array changes a moment later. Whoever acts on the answer at once meets the old array: a new token is refused, or one that was logged out still works.",
      fix: "Change the array first, and answer after that; what takes time can be awaited.",
      place: answeredAt(exchange),
    };
  },
};
