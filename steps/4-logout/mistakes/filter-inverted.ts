/** Logout keeps the token that should go, and removes all others. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import { calledName } from "../../../src/check/source/syntax.ts";
import { calls, isAboutLogout, logoutsOf, placeOfRemoval } from "./logouts.ts";

/** The only filter of POST /logout, in a function that it calls, which keeps what is the same: (entry) => entry === item. */
function keepsSame({ source }: Evidence): Found | null {
  const found = within(functionsOf(source, "POST", "/logout"), (node, ancestors) => {
    const asks = ancestors.some((one) => calledName(one) === "filter");
    return asks && node.type === "BinaryExpression" && /^={2,3}$/.test(String(Reflect.get(node, "operator")));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

export const filterInverted: Mistake = {
  id: "filter-inverted",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const logout = logoutsOf(evidence).find(
      ({ kept, lost, before }) => kept && lost.length > 1 && lost.length === before.length - 1,
    );
    if (!logout) return null;
    return {
      title: "Logout keeps the one token that should go",
      why: `After the logout of "${logout.token}", it is the only one left in refreshTokens: everybody else is logged out instead.${calls(evidence, "filter") ? " filter keeps what its condition holds for." : ""}`,
      fix: "The condition has to hold for the tokens that stay: turn it round.",
      place: firstPlace(keepsSame(evidence)) ?? placeOfRemoval(evidence, logout),
    };
  },
};
