/** Logout ends the token of a login, but not that of a renewal. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { answerPlace } from "../../../src/course/renewal-code.ts";
import { lookupFor } from "../../../src/course/deciding-line.ts";
import { nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import { keepingsOf, lookupsOf, removalsOf } from "../../../src/course/token-code.ts";
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
    // What logout asks is filled by a login, and a renewal neither fills nor asks it.
    const asked = lookupsOf(evidence.source, "/token").map(({ node }) => nameOf(receiverOf(node)));
    const filled = (path: "/login" | "/token") =>
      keepingsOf(evidence.source, [path]).map(({ node }) => nameOf(receiverOf(node)));
    const stale = lookupsOf(evidence.source, "/logout").find(({ node }) => {
      const store = nameOf(receiverOf(node));
      return (
        store !== null && filled("/login").includes(store) && ![...filled("/token"), ...asked].includes(store)
      );
    });
    // A renewal that takes the old token out of it should put the new one in.
    const indexed = stale && nameOf(receiverOf(stale.node));
    const halfRenewed = removalsOf(evidence.source, "/token").find(
      ({ node }) => indexed && nameOf(receiverOf(node)) === indexed,
    );
    const [removal] = removalsOf(evidence.source, "/logout");
    return {
      title: "Logout does not end a login that was renewed",
      why: "ada logged in, renewed and logged out with the new token. Then that token was sent again, and it renewed: logout looks for what the login gave out, and not for what a renewal put in its place.",
      fix: "Let logout find the login in the same way as POST /token does, by the token that is good now, and take out all that belongs to it.",
      place:
        firstPlace(halfRenewed, stale, removal && lookupFor(evidence.source, removal), removal) ??
        firstPlace(...lookupsOf(evidence.source, "/logout")) ??
        answerPlace(evidence, "logout-rotated"),
    };
  },
};
