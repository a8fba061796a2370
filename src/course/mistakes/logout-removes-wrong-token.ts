/** The logout ends another login, not the one whose token was sent. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { placeOfRemoval, staysAfterLogout, staysAfterStranger } from "./logouts.ts";

export const logoutRemovesWrongToken: Mistake = {
  id: "logout-removes-wrong-token",
  find(evidence) {
    const [known, unknown] = [staysAfterLogout(evidence), staysAfterStranger(evidence)];
    const byKnown = known && (!known.first || !known.last);
    const byUnknown = unknown && !(unknown.first && unknown.middle && unknown.last);
    if (!byKnown && !byUnknown) return null;
    const kept = byKnown && known.middle ? ", and ada's own token still renews" : "";
    return {
      title: "Logout removes somebody else's token",
      why: byKnown
        ? `Ada logged out, and somebody else's token is refused afterwards${kept}. Which token goes has to depend on what the client sent.`
        : "Mallory logged out a token that nobody was given, and somebody who was logged in is refused afterwards.",
      fix: "Find the very token that came, and remove what stands there and nothing else.",
      place: placeOfRemoval(evidence),
    };
  },
};
