/** One logout ends every login. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { firstPlace } from "../../check/source/found.ts";
import { functionsOf } from "../../check/source/making.ts";
import { changeOfAll } from "../change-of-all.ts";
import { placeOfRemoval, staysAfterLogout, staysAfterStranger } from "./logouts.ts";

export const logoutClearsEverything: Mistake = {
  id: "logout-clears-everything",
  find(evidence) {
    const stays = staysAfterLogout(evidence);
    const after = staysAfterStranger(evidence);
    const byLogout = stays && !stays.first && !stays.middle && !stays.last;
    const byStranger = after && !after.first && !after.middle && !after.last;
    if (!byLogout && !byStranger) return null;
    return {
      title: "Logout logs out everybody",
      why: byLogout
        ? "Three people were logged in, and one of them logged out. Afterwards the tokens of all three are refused."
        : "Mallory logged out a token that nobody was ever given. Afterwards the tokens of everybody are refused.",
      fix: "Remove only the token that came with the request, and keep the rest.",
      place:
        firstPlace(changeOfAll(evidence.source, functionsOf(evidence.source, "POST", "/logout"))) ??
        placeOfRemoval(evidence),
    };
  },
};
