/** A logout keeps the login that should end, and ends all others. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { placeOfRemoval, staysAfterLogout } from "./logouts.ts";

export const filterInverted: Mistake = {
  id: "filter-inverted",
  find(evidence) {
    const stays = staysAfterLogout(evidence);
    if (!stays?.middle || stays.first || stays.last) return null;
    return {
      title: "Logout keeps the one token that should go",
      why: "Three people were logged in, and ada logged out: her token still renews, and those of the other two are refused. Everybody else is logged out instead of her.",
      fix: "The condition has to hold for the tokens that stay: turn it round.",
      place: placeOfRemoval(evidence),
    };
  },
};
