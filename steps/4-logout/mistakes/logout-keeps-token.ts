/** After the logout the token still renews. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/handlers.ts";
import { child, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { isAboutLogout, logoutsOf, removalIn } from "./logouts.ts";

const COPYING = ["filter", "slice", "map", "concat", "toSpliced"];

/** What became of the line that should remove the token. */
function effectOf(node: Node): string {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  const method = nameOf(callee) ?? "";
  if (COPYING.includes(method))
    return `${method} returns a new array and leaves the old one alone; nothing puts the new one in its place.`;
  if (node.type === "AssignmentExpression" && nameOf(child(node, "left")) === "refreshTokens")
    return "What stands here did not change that: it runs too late or not at all, puts the token back, or changes another variable of that name.";
  if (node.type === "UnaryExpression")
    return "delete takes a property off an object; an array has its tokens under the numbers 0, 1, 2, and not under their texts.";
  return "What stands here did not take it out: it is not reached, or it is told something else than where the token stands.";
}

export const logoutKeepsToken: Mistake = {
  id: "logout-keeps-token",
  find(evidence) {
    if (!isAboutLogout(evidence) || !/forgets/.test(evidence.failure.check.id)) return null;
    const logout = logoutsOf(evidence).find(({ kept, lost }) => kept && lost.length === 0);
    const removal = removalIn(evidence);
    const place = removal
      ? placeOfFound(removal)
      : answeredAt(logout?.exchange ?? exchangeOf(evidence.transcript, "logout"));
    if (!logout) {
      return {
        title: "A token that was logged out still renews",
        why: "refreshTokens does not hold the token any more, and POST /token accepts it all the same: it does not look at the same array, or not only there.",
        fix: "See to it that login, token and logout all use the one array refreshTokens.",
        place,
      };
    }
    return {
      title: "Logout leaves the token in refreshTokens",
      why: `After the logout of "${logout.token}", refreshTokens holds it as before, so it still renews. ${removal ? effectOf(removal.node) : "The handler answers, but removes nothing."}`,
      fix: removal
        ? "Print refreshTokens before and after this line with console.log, and the token that came: the array itself has to change, or a new one has to take its place."
        : "Remove the token from refreshTokens before you answer.",
      place,
    };
  },
};
