import type { Mistake } from "../../../src/diagnosis/mistake.ts";
import { shown } from "../../../src/judge/reading.ts";
import { isAboutLogout, logoutsOf, placeOfRemoval } from "./reading.ts";

/** It empties the whole store. */
export const logoutClearsEverything: Mistake = {
  id: "logout-clears-everything",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const logout = logoutsOf(evidence).find(
      ({ before, after, lost }) => lost.length > 1 && !before.some((token) => after.includes(token)),
    );
    if (!logout) return null;
    const state = logout.after.length === 0 ? "is empty" : `is ${shown(JSON.stringify(logout.after), 80)}`;
    return {
      title: "Logout logs out everybody",
      why: `After the logout of "${logout.token}", refreshTokens ${state}. Other people were logged in as well, and now none of their tokens works.`,
      fix: "Remove only the token that came with the request, and keep the rest.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
