/** Login stores another token than the one it gives out. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { readJwt } from "../../../src/check/jwt.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import { isOwnAnswer, storingsOf } from "../../../src/course/mistakes/pattern.ts";
import { whatLoginAdded } from "../../../src/course/mistakes/what-login-added.ts";
import { isRefused } from "../../../src/course/sessions.ts";
import { hashingTest } from "../../../src/course/token-code.ts";

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

/** A getter that draws a token each time it is read. */
function drawnByGetter({ source }: Evidence): Found | null {
  const [getter] = findInSource(
    source,
    (node) =>
      Reflect.get(node, "kind") === "get" &&
      /token/i.test(nameOf(child(node, "key")) ?? "") &&
      findAll(node, (one) => CHANCE.test(calledName(one) ?? "")).length > 0 &&
      // One that keeps what it has drawn gives the same each time.
      findAll(node, ({ type }) => type === "AssignmentExpression").length === 0,
  );
  return getter ?? null;
}

/** Shorter texts may be the same by chance. */
const SHORTEST_ID = 6;

/** Whether a text is a part of a token, or of what a token says, by which a store may know it: an id, a claim. */
function namesLogin(token: string, text: string): boolean {
  const { header, payload } = readJwt(token) ?? {};
  const said = JSON.stringify([header, payload]);
  const isSmallPart = token.includes(text) && 2 * text.length < token.length;
  return text.length >= SHORTEST_ID && (isSmallPart || said.includes(text));
}

export const storesAnotherToken: Mistake = {
  id: "stores-another-token",
  find(evidence) {
    const { transcript, source } = evidence;
    const known = exchangeOf(transcript, "renew");
    if (!isAbout(evidence, "token-renews", "token-renews-others") || !isRefused(known)) return null;
    const added = whatLoginAdded(evidence);
    if (!isOwnAnswer(evidence, known) || !added || added.holds || added.texts.length === 0) return null;
    const getter = drawnByGetter(evidence);
    if (getter) {
      return {
        title: "A token is made each time it is read",
        why: "This is a getter: its code runs each time somebody reads it, and each time it makes another token. So the one that login stored is not the one that ada was given; hers is not found and refused.",
        fix: "Make the token once, where the object is made, and keep it in a field.",
        place: placeOfFound(getter),
      };
    }
    // A hash of a program's own kind looks like another token.
    if (within(functionsOf(source, "POST", "/login"), hashingTest(source)).length > 0) return null;
    if (added.texts.some((text) => namesLogin(added.token, text))) return null;
    const [storing] = storingsOf(source, "refresh");
    return {
      title: "Login stores another token than the one it gives out",
      why: "Ada's login put something into your store, but not the refresh token that ada was given. When she comes back with hers, it is not found and refused.",
      fix: "Make the token once, keep it in a variable, and use that for both: the store and the answer.",
      place: firstPlace(ownByDefault(evidence), storing) ?? answeredAt(exchangeOf(transcript, "login")),
    };
  },
};
