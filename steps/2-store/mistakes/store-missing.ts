/** The program has no variable refreshTokens. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { allFaults } from "../../../src/check/diagnosis/read-evidence.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

export const storeMissing: Mistake = {
  id: "store-missing",
  find({ transcript, source, failure, exchange }) {
    const undeclared = allFaults({ ...transcript, exchanges: exchange ? [exchange] : [] }).find(
      ({ message }) => /refreshTokens is not defined/.test(message),
    );
    const absent = failure.check.id === "store-exists" && transcript.storeAtStart.kind === "absent";
    if (!undeclared && !absent) return null;
    if (declarationsOf(source, "refreshTokens").length > 0 && !undeclared) return null;
    return {
      title: "There is no variable refreshTokens",
      why: undeclared
        ? "This line uses refreshTokens, but it is not declared where this line can see it, so JavaScript throws a ReferenceError."
        : "The server gives out refresh tokens but keeps none in an array called refreshTokens. So it cannot know later which tokens it gave out.",
      fix: "Declare refreshTokens as an empty array at the top of the file, outside of every handler.",
      place: undeclared?.place ?? null,
    };
  },
};
