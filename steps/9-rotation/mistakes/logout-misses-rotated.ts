/** Logout ends the token of a login, but not that of a renewal. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { answerPlace } from "../../../src/course/renewal-code.ts";
import { lookupFor } from "../../../src/course/deciding-line.ts";
import { lookupsOf, removalsOf } from "../../../src/course/token-code.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

export const logoutMissesRotated: Mistake = {
  id: "logout-misses-rotated",
  find(evidence) {
    if (!isAbout(evidence, "rotation-logout", "logout-forgets-token")) return null;
    // A token that was never renewed is ended by a logout.
    if (!wasTurnedAway(evidence, "first-login-after-second")) return null;
    const missed = ["renew-after-logout", "renew-after-logout-rotated"].find((label) =>
      wentWell(evidence, label),
    );
    if (missed === undefined) return null;
    const [removal] = removalsOf(evidence.source, "/logout");
    return {
      title: "Logout does not end a login that was renewed",
      why: "ada logged in, renewed and logged out with the new token. Then that token was sent again, and it renewed: logout looks for what the login gave out, and not for what a renewal put in its place.",
      fix: "Let logout find the login in the same way as POST /token does, by the token that is good now, and take out all that belongs to it.",
      place:
        firstPlace(removal && lookupFor(evidence.source, removal), removal) ??
        firstPlace(...lookupsOf(evidence.source, "/logout")) ??
        answerPlace(evidence, "logout-rotated"),
    };
  },
};
