/** Login stores another token than the one it gives out. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { calledName, child, findAll } from "../../../src/check/source/syntax.ts";
import { isOwnAnswer, storingsOf } from "../../../src/course/mistakes/pattern.ts";
import { whatLoginAdded } from "../../../src/course/mistakes/what-login-added.ts";
import { isRefused } from "../../../src/course/sessions.ts";

const CHANCE = /^(random\w*|uuid\w*|v4|nanoid)$/i;

/** Where a record gets a token of its own when it is handed none by that name: constructor({ username, token = uuid() }). */
function ownByDefault({ source }: Evidence): Found | null {
  const [found] = findInSource(source, (node, ancestors) => {
    const value = node.type === "AssignmentPattern" ? child(node, "right") : null;
    const isMember = ancestors.at(-1)?.type === "Property";
    return (
      isMember && value !== null && findAll(value, (one) => CHANCE.test(calledName(one) ?? "")).length > 0
    );
  });
  return found ?? null;
}

export const storesAnotherToken: Mistake = {
  id: "stores-another-token",
  find(evidence) {
    const { transcript, source } = evidence;
    const known = exchangeOf(transcript, "renew");
    if (!isAbout(evidence, "token-renews", "token-renews-others") || !isRefused(known)) return null;
    const added = whatLoginAdded(evidence);
    if (!isOwnAnswer(evidence, known) || !added || added.holds || added.texts.length === 0) return null;
    const [storing] = storingsOf(source, "refresh");
    return {
      title: "Login stores another token than the one it gives out",
      why: "Ada's login put something into your store, but not the refresh token that ada was given. When she comes back with hers, it is not found and refused.",
      fix: "Make the token once, keep it in a variable, and use that for both: the store and the answer.",
      place: firstPlace(ownByDefault(evidence), storing) ?? answeredAt(exchangeOf(transcript, "login")),
    };
  },
};
