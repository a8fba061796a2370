/** Logout keeps the token that should go, and removes all others. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { calls, isAboutLogout, logoutsOf, placeOfRemoval } from "./logouts.ts";

export const filterInverted: Mistake = {
  id: "filter-inverted",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const logout = logoutsOf(evidence).find(
      ({ kept, lost, before }) => kept && lost.length > 1 && lost.length === before.length - 1,
    );
    if (!logout) return null;
    return {
      title: "Logout keeps the one token that should go",
      why: `After the logout of "${logout.token}", it is the only one left in refreshTokens: everybody else is logged out instead.${calls(evidence, "filter") ? " filter keeps what its condition holds for." : ""}`,
      fix: "The condition has to hold for the tokens that stay: turn it round.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
