/** After the logout, the token still renews. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { firstPlace } from "../../check/source/handlers.ts";
import { isGood } from "../sessions.ts";
import { removalsOf } from "./logouts.ts";

export const logoutKeepsToken: Mistake = {
  id: "logout-keeps-token",
  find(evidence) {
    const { transcript } = evidence;
    if (!isAbout(evidence, "logout-forgets-token")) return null;
    if (!isGood(exchangeOf(transcript, "renew-after-logout"))) return null;
    const [removal] = removalsOf(evidence);
    return {
      title: "A token that was logged out still renews",
      why: `Ada logged out, and her refresh token gets new access tokens as before. ${removal ? "What stands here did not take it out of what POST /token looks at." : "POST /logout answers and ends nothing."}`,
      fix: removal
        ? "Print the store before and after this line, and what it is told to remove: the store itself has to change."
        : "Take the token out of the store before you answer.",
      place: firstPlace(removal) ?? answeredAt(exchangeOf(transcript, "logout")),
    };
  },
};
