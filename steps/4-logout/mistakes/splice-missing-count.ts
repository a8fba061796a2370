/** splice without a count removes the token and every token after it. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { calls, isAboutLogout, logoutsOf, placeOfRemoval } from "./logouts.ts";

export const spliceMissingCount: Mistake = {
  id: "splice-missing-count",
  find(evidence) {
    if (!isAboutLogout(evidence) || !calls(evidence, "splice", "toSpliced")) return null;
    const logout = logoutsOf(evidence).find(({ before, after, token, lost }) => {
      const index = before.indexOf(token);
      return (
        index > 0 && lost.length > 0 && after.length === index && after.every((one, i) => one === before[i])
      );
    });
    if (!logout) return null;
    return {
      title: "Logout removes the token and all that come after it",
      why: `After the logout of "${logout.token}", the tokens behind it are gone as well. splice removes from the index to the end, unless a second argument says how many.`,
      fix: "Tell splice how many to remove.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
