/** For an unknown token indexOf returns -1, and splice(-1, 1) removes the last token, which is another person's. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { calls, isAboutLogout, logoutsOf, placeOfRemoval } from "./logouts.ts";

export const spliceMinusOne: Mistake = {
  id: "splice-minus-one",
  find(evidence) {
    if (!isAboutLogout(evidence) || !calls(evidence, "splice", "toSpliced")) return null;
    const logouts = logoutsOf(evidence);
    // A program that also removes the wrong token for a known one makes another mistake.
    const knownRight = logouts.every(
      ({ before, token, kept, lost }) => !before.includes(token) || (!kept && lost.length === 0),
    );
    if (!knownRight) return null;
    const logout = logouts.find(
      ({ before, token, lost }) => !before.includes(token) && lost.length === 1 && lost[0] === before.at(-1),
    );
    if (!logout) return null;
    return {
      title: "Logging out an unknown token logs out somebody else",
      why: `"${logout.token}" is not in refreshTokens, and its logout removed "${String(logout.lost[0])}", the last one. indexOf and findIndex return -1 for what they do not find, and splice counts negative numbers from the end.`,
      fix: "Call splice only when the index is not -1.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
