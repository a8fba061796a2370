/** For an unknown token the index is -1, and splice(-1, 1) removes the last token, which is another person's. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { firstPlace } from "../../check/source/found.ts";
import { registeredFor } from "../../check/source/handlers.ts";
import { isCallOf } from "../../check/source/making.ts";
import { callOfShared } from "../deciding-line.ts";
import { removalsOf, staysAfterLogout, staysAfterStranger } from "./logouts.ts";

export const spliceMinusOne: Mistake = {
  id: "splice-minus-one",
  find(evidence) {
    const [known, unknown] = [staysAfterLogout(evidence), staysAfterStranger(evidence)];
    const splice = removalsOf(evidence).find(({ node }) => isCallOf(node, "splice", "toSpliced"));
    if (!splice || !known || !unknown) return null;
    // A program that also removes the wrong token for a known one makes another mistake.
    if (known.middle || !known.first || !known.last) return null;
    if (Number(unknown.first) + Number(unknown.middle) + Number(unknown.last) !== 2) return null;
    const ofLogout = registeredFor(evidence.source, "POST", "/logout");
    return {
      title: "Logging out an unknown token logs out somebody else",
      why: "Mallory logged out a token that nobody was given, and one of three people was logged out by that. indexOf and findIndex return -1 for what they do not find, and splice counts negative numbers from the end.",
      fix: "Call splice only when the index is not -1.",
      place: firstPlace(callOfShared(evidence.source, splice, ofLogout) ?? splice),
    };
  },
};
