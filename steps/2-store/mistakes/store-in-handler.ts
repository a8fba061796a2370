/** The array is declared inside a handler: every request makes a new one. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { allFaults } from "../../../src/check/diagnosis/read-evidence.ts";
import { placeOfFound } from "../../../src/check/source/handlers.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

export const storeInHandler: Mistake = {
  id: "store-in-handler",
  find({ transcript: { storeAtStart }, transcript, failure, source }) {
    const local = declarationsOf(source, "refreshTokens").find((declaration) => declaration.local);
    if (!local) return null;
    const absent = failure.check.id === "store-exists" && storeAtStart.kind === "absent";
    const unreachable = allFaults(transcript).some(({ message }) =>
      /refreshTokens is not defined/.test(message),
    );
    // An outer array that stays empty, while a variable of the same name inside hides it.
    const hidden = failure.check.id === "store-holds-token" && storeAtStart.kind === "array";
    if (!absent && !unreachable && !hidden) return null;
    return {
      title: "refreshTokens is made anew inside a function",
      why: `A variable that is declared inside a handler begins anew with every request and is gone when it ends.${hidden ? " It also hides the array outside, which stays empty." : ""} So the token that a login puts there is forgotten at once.`,
      fix: "Declare the array once, at the top of the file, and only use it in the handlers.",
      place: placeOfFound(local),
    };
  },
};
