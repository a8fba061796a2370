/** After the logout, the token still renews. */

import type { Evidence, Explanation, Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../check/source/found.ts";
import { registeredFor } from "../../check/source/handlers.ts";
import type { Found } from "../../check/source/found.ts";
import { functionsOf, within } from "../../check/source/making.ts";
import { onlyNamed } from "../../check/source/only-named.ts";
import { promiseTakenForValue } from "../../check/source/promises.ts";
import { list } from "../../check/source/syntax.ts";
import { explainTakenApart } from "../calls-that-miss.ts";
import { callOfShared, leavesOutFirst, TAKES_ZERO_FOR_NONE } from "../deciding-line.ts";
import { loggedOutWithoutHash } from "../hash-slips.ts";
import { isGood } from "../sessions.ts";
import { letGoIn } from "../token-code.ts";
import { removalsOf } from "./logouts.ts";

/** A copy that is made with a change in the handler of POST /logout: { ...session, revoked: true }. */
function copyIn({ source }: Evidence): Found | null {
  const [copy] = within(registeredFor(source, "POST", "/logout"), (node, ancestors) => {
    const properties = node.type === "ObjectExpression" ? list(node, "properties") : [];
    const isDeclared = ancestors.at(-1)?.type === "VariableDeclarator";
    return isDeclared && properties.length > 1 && properties.some(({ type }) => type === "SpreadElement");
  });
  return copy ?? null;
}

/** The function that would remove the token is named, and not called; null where that is not so. */
export function neverCalled({ source }: Evidence): Explanation | null {
  const [line] = onlyNamed(source, functionsOf(source, "POST", "/logout"));
  if (!line) return null;
  return {
    title: "The parentheses after a function are missing",
    why: `${line.name} is only named here. Nothing calls it, so nothing is removed, and the token that was logged out still renews.`,
    fix: `Call it, with what it should remove: ${line.name}(…)`,
    place: placeOfFound(line),
  };
}

export const logoutKeepsToken: Mistake = {
  id: "logout-keeps-token",
  find(evidence) {
    const { transcript } = evidence;
    if (!isAbout(evidence, "logout-forgets-token")) return null;
    if (!isGood(exchangeOf(transcript, "renew-after-logout"))) return null;
    const uncalled = neverCalled(evidence);
    if (uncalled) return uncalled;
    const apart = explainTakenApart(evidence.source, functionsOf(evidence.source, "POST", "/logout"));
    if (apart) return apart;
    const plain = loggedOutWithoutHash(evidence.source);
    if (plain) {
      return {
        title: "Logout looks for the token without its hash",
        why: "Ada logged out, and her refresh token gets new access tokens as before. The store holds hashes, and here the token itself is looked for, as it came: no hash is equal to it. So nothing is found, and nothing removed.",
        fix: "Hash the token that came, with the same function, before you look for it.",
        place: placeOfFound(plain),
      };
    }
    const code = functionsOf(evidence.source, "POST", "/logout");
    const [letGo] = letGoIn(evidence.source, "/logout");
    const early = promiseTakenForValue(evidence.source, code);
    if (early ?? letGo) {
      return {
        title: early ? "Logout does not wait for what it looked up" : "The new list is let go",
        why: `Ada logged out, and her refresh token gets new access tokens as before. ${early ? "The function called here is async: what it gives is a promise, and a promise has none of the members that are asked of it. So nothing is found, and nothing removed." : "What stands here gives back a new list and leaves the old one as it is, and nobody keeps the new one."}`,
        fix: early
          ? "Put await in front of the call, in a function that is async."
          : "Assign the new list to the variable or the member that holds the old one.",
        place: firstPlace(early, letGo),
      };
    }
    const [inside] = removalsOf(evidence);
    const first = inside && leavesOutFirst(evidence.source, inside);
    const removal =
      inside &&
      (first ??
        callOfShared(evidence.source, inside, registeredFor(evidence.source, "POST", "/logout")) ??
        inside);
    const copy = removal ? null : copyIn(evidence);
    return {
      title: "A token that was logged out still renews",
      why: `Ada logged out, and her refresh token gets new access tokens as before. ${first ? TAKES_ZERO_FOR_NONE : copy ? "What stands here is a copy of what the store holds: the store itself stays as it is." : removal ? "What stands here did not take it out of what POST /token looks at." : "POST /logout answers and ends nothing."}`,
      fix: removal
        ? "Print the store before and after this line, and what it is told to remove: the store itself has to change."
        : "Take the token out of the store before you answer.",
      place:
        firstPlace(removal, copy, registeredFor(evidence.source, "POST", "/logout").at(-1)) ??
        answeredAt(exchangeOf(transcript, "logout")),
    };
  },
};
