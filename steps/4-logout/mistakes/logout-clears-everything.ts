import type { Mistake } from "../../../src/diagnosis/mistake.ts";
import { isAboutLogout, logoutsOf, placeOfRemoval } from "./reading.ts";

/** It empties the whole store. */
export const logoutClearsEverything: Mistake = {
  id: "logout-clears-everything",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const logout = logoutsOf(evidence).find(({ after, lost }) => after.length === 0 && lost.length > 1);
    if (!logout) return null;
    return {
      title: "Logout logs out everybody",
      why: `After the logout of "${logout.token}", refreshTokens is empty. Other people were logged in as well, and now none of their tokens works.`,
      fix: "Remove only the token that came with the request, and keep the rest.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
