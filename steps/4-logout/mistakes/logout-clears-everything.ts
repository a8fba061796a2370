/** Logout logs out every learner's session: it empties the whole store. */

import type { Evidence, Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, refused } from "../../../src/check/diagnosis/read-evidence.ts";
import { shown, tokensOf } from "../../../src/check/judge/read-transcript.ts";
import { handlersOf, placeOfFound } from "../../../src/check/source/handlers.ts";
import { child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import { isAboutLogout, logoutsOf, placeOfRemoval } from "./logouts.ts";

/** Their tokens are all there, and refused: something else than refreshTokens was changed for everybody. */
function refusesAnyway({ failure, exchange, source }: Evidence): Explanation | null {
  if (!/keeps-others/.test(failure.check.id) || !exchange || !refused(exchange)) return null;
  const token = /"refreshToken":"([^"]*)"/.exec(exchange.request.body ?? "")?.[1];
  if (!tokensOf(exchange.store)?.includes(token)) return null;
  const [change] = handlersOf(source, "POST", "/logout").flatMap(({ file, node }) =>
    findAll(
      node,
      (inner) =>
        inner.type === "AssignmentExpression" &&
        !["refreshTokens", "length"].includes(nameOf(child(inner, "left")) ?? ""),
    ).map((inner) => ({ file, node: inner })),
  );
  return {
    title: "Logout logs out everybody",
    why: `After somebody else's logout, refreshTokens still holds "${token}", and POST /token refuses it all the same: something else has changed that counts for everybody.`,
    fix: "Let the answer of POST /token depend on refreshTokens alone, and logout change nothing else.",
    place: change ? placeOfFound(change) : answeredAt(exchange),
  };
}

export const logoutClearsEverything: Mistake = {
  id: "logout-clears-everything",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const logout = logoutsOf(evidence).find(
      ({ before, after, lost }) => lost.length > 1 && !before.some((token) => after.includes(token)),
    );
    if (!logout) return refusesAnyway(evidence);
    const state = logout.after.length === 0 ? "is empty" : `is ${shown(JSON.stringify(logout.after), 80)}`;
    return {
      title: "Logout logs out everybody",
      why: `After the logout of "${logout.token}", refreshTokens ${state}. Other people were logged in as well, and now none of their tokens works.`,
      fix: "Remove only the token that came with the request, and keep the rest.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
