/** A renewal changes the memory, but not the file. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { functionsOf } from "../../../src/check/source/making.ts";
import { unreadKind } from "../../../src/course/unheard-events.ts";
import { answerPlace } from "../../../src/course/renewal-code.ts";
import { lastChangeIn, returnBeforeWrite, unsavedChange, whatWasLost } from "./restarts.ts";

export const rotationNotSaved: Mistake = {
  id: "rotation-not-saved",
  find(evidence) {
    const lost = whatWasLost(evidence);
    if (lost !== "rotation" && lost !== "renewal") return null;
    const skipped = returnBeforeWrite(evidence.source, functionsOf(evidence.source, "POST", "/token"));
    if (skipped) {
      return {
        title: "A renewal is forgotten at the next start",
        why: "Ada renewed, the power failed, and the next start did not know of the renewal. The function that writes the file returns early where this condition holds: after a renewal it seems to hold, so the file still says what it said before.",
        fix: "Print what this condition looks at after a login and after a renewal. Or write in each case: a renewal changes what has to be kept, and not how much it is.",
        place: placeOfFound(skipped),
      };
    }
    const unread = unreadKind(evidence.source, functionsOf(evidence.source, "POST", "/token"));
    if (unread) {
      return {
        title: `Nobody reads what is written as "${unread.kind}"`,
        why: `Ada renewed, the power failed, and the next start did not know of the renewal. This line writes it as "${unread.kind}", and the code that reads the entries again knows no such kind.`,
        fix: "Let both have the same name: the one who writes, and the one who reads.",
        place: placeOfFound(unread),
      };
    }
    const change = lastChangeIn(evidence.source, "/token") ?? unsavedChange(evidence.source, "/token");
    return {
      title: "A renewal is forgotten at the next start",
      why:
        lost === "rotation"
          ? "Ada renewed, and her first token had ended with that. After a power cut and the next start, it renews again: mallory, who had a copy of it, is in. The renewal has changed the memory, and the file still holds the old token."
          : "Ada renewed, and in that moment the power failed. After the next start, the token that she had just been given is refused: the renewal has changed the memory, and the file still holds the old one.",
      fix: "Save after a renewal as you do after a login, before you answer: the new token, and that the old one has ended.",
      place: firstPlace(change) ?? answerPlace(evidence, "renew-cut"),
    };
  },
};
