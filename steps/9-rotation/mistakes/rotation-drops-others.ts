/** A renewal ends other people's logins, or another login of the same person. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import type { Exchange } from "../../../src/check/transcript.ts";
import { refreshTokenIn } from "../../../src/course/tokens-given.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { answerPlace, removalPlaces, replacementsOf } from "../../../src/course/renewal-code.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

/** Whether a renewal gave another refresh token than the one that was sent: without one, the old one is sent again. */
function bringsNewToken(renewal: Exchange | null): boolean {
  const token = renewal && refreshTokenIn(renewal);
  if (!renewal || !token) return false;
  const { body, headers } = renewal.request;
  return !`${body ?? ""} ${headers["cookie"] ?? ""}`.includes(token);
}

export const rotationDropsOthers: Mistake = {
  id: "rotation-drops-others",
  find(evidence) {
    if (
      !isAbout(
        evidence,
        "rotation-others-stay",
        "token-renews-others",
        "logout-keeps-others",
        "token-renews-again",
      )
    )
      return null;
    // Had the logins ended each other, ada could not have renewed after the others had logged in.
    if (!wentWell(evidence, "renew") || !wentWell(evidence, "rotation-1")) return null;
    const graces = ["renew-grace", "grace-after-rotation"].some((label) => wasTurnedAway(evidence, label));
    const own =
      bringsNewToken(exchangeOf(evidence.transcript, "other-login-before")) &&
      wentWell(evidence, "other-login-before") &&
      ["own-login-renewed", "other-login-after"].some((label) => wasTurnedAway(evidence, label));
    if (!graces && !own) return null;
    const [replacement] = replacementsOf(evidence);
    return {
      title: graces ? "A renewal logs other people out" : "A renewal ends one's other logins",
      why: graces
        ? "grace logged in, and ada did. ada renewed, and then grace was refused, although she had done nothing: ada's renewal took more out of the store than ada's old token."
        : "ada logged in on two devices, and both could renew. She renewed on the one, and was refused on the other: the renewal took more out of the store than the token that was sent.",
      fix: "Change only the one record that the token belongs to: assign to it, or take out the one hash that was sent.",
      place: replacement
        ? placeOfFound(replacement)
        : (removalPlaces(evidence)[0] ?? answerPlace(evidence, "rotation-1")),
    };
  },
};
