/** splice without a count removes everything from that place to the end. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { firstPlace } from "../../check/source/found.ts";
import { isCallOf } from "../../check/source/making.ts";
import { removalsOf, staysAfterLogout } from "./logouts.ts";

export const spliceMissingCount: Mistake = {
  id: "splice-missing-count",
  find(evidence) {
    const stays = staysAfterLogout(evidence);
    const splice = removalsOf(evidence).find(({ node }) => isCallOf(node, "splice", "toSpliced"));
    if (!splice || !stays || stays.middle || stays.first === stays.last) return null;
    return {
      title: "Logout removes the token and all that come after it",
      why: "Ada logged out, and whoever logged in after her is logged out, too. splice removes from the index to the end, unless a second argument says how many.",
      fix: "Tell splice how many to remove.",
      place: firstPlace(splice),
    };
  },
};
