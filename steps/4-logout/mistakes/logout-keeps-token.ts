import type { Mistake } from "../../../src/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/diagnosis/reading.ts";
import { exchangeOf } from "../../../src/judge/reading.ts";
import { placeOfFound } from "../../../src/source/handlers.ts";
import { isAboutLogout, logoutsOf, removalIn } from "./reading.ts";

/** After the logout, the token is as good as before. */
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
      why: `After the logout of "${logout.token}", refreshTokens holds it as before, so it still renews. ${removal ? "What stands here does not change the array: filter, for one, returns a new array and leaves the old one alone." : "The handler answers, but removes nothing."}`,
      fix: removal
        ? "See to it that the array itself changes, or that the new array takes its place; and that the condition holds for this token."
        : "Remove the token from refreshTokens before you answer.",
      place,
    };
  },
};
