/** A renewal changes the memory, but not the file. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { answerPlace } from "../../../src/course/renewal-code.ts";
import { lastChangeIn, whatWasLost } from "./restarts.ts";

export const rotationNotSaved: Mistake = {
  id: "rotation-not-saved",
  find(evidence) {
    const lost = whatWasLost(evidence);
    if (lost !== "rotation" && lost !== "renewal") return null;
    const change = lastChangeIn(evidence.source, "/token");
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
