/** Logout removes another token, not the one that was sent. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAboutLogout, logoutsOf, placeOfRemoval } from "./logouts.ts";

export const logoutRemovesWrongToken: Mistake = {
  id: "logout-removes-wrong-token",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const logout = logoutsOf(evidence).find(({ lost }) => lost.length > 0);
    if (!logout) return null;
    const gone = logout.lost.map((token) => `"${String(token)}"`).join(" and ");
    return {
      title: "Logout removes somebody else's token",
      why: `The logout of "${logout.token}" removed ${gone} from refreshTokens${logout.kept ? ", and left the one it was asked for" : ""}. Which token goes has to depend on what the client sent.`,
      fix: "Find the place of the very token that came, and remove what stands there.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
