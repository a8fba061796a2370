/** For an unknown token indexOf returns -1, and splice(-1, 1) removes the last token, which is another person's. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { leavesOutFirst } from "../../../src/course/deciding-line.ts";
import { calls, isAboutLogout, logoutsOf, placeOfRemoval, removalIn } from "./logouts.ts";

export const spliceMinusOne: Mistake = {
  id: "splice-minus-one",
  find(evidence) {
    if (!isAboutLogout(evidence) || !calls(evidence, "splice", "toSpliced")) return null;
    const logouts = logoutsOf(evidence);
    // A program that also removes the wrong token for a known one makes another mistake.
    const knownRight = logouts.every(
      ({ before, token, lost }) => !before.includes(token) || lost.length === 0,
    );
    if (!knownRight) return null;
    const logout = logouts.find(
      ({ before, token, lost }) => !before.includes(token) && lost.length === 1 && lost[0] === before.at(-1),
    );
    if (!logout) return null;
    const removal = removalIn(evidence);
    // -1 counts as true, and so if (index) lets it pass.
    const condition = removal && leavesOutFirst(evidence.source, removal);
    return {
      title: "Logging out an unknown token logs out somebody else",
      why: `"${logout.token}" is not in refreshTokens, and its logout removed "${String(logout.lost[0])}", the last one. indexOf and findIndex return -1 for what they do not find, and splice counts negative numbers from the end.`,
      fix: "Call splice only when the index is not -1.",
      place: firstPlace(condition) ?? placeOfRemoval(evidence, logout),
    };
  },
};
