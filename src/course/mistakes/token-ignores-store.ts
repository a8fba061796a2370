/** POST /token accepts any token. */

import type { Evidence, Explanation, Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../check/source/found.ts";
import type { Found } from "../../check/source/found.ts";
import { registeredFor } from "../../check/source/handlers.ts";
import { functionsOf, isCallOf, within } from "../../check/source/making.ts";
import { promiseAskedAsTruth } from "../../check/source/promises.ts";
import { bare, child, findAll, isFunction, list, nameOf } from "../../check/source/syntax.ts";
import { lookupBehind } from "../deciding-line.ts";
import { isGood } from "../sessions.ts";
import { removalsOf } from "./logouts.ts";
import { conditionsOf, lookupsOf } from "./pattern.ts";

/** A logout ends something, but POST /token only verifies a signature, and so cannot know what has ended. */
function findSignatureOnly(evidence: Evidence): Explanation | null {
  const { transcript, source } = evidence;
  const renewed = exchangeOf(transcript, "renew-after-logout");
  if (!isAbout(evidence, "logout-forgets-token") || !isGood(renewed)) return null;
  if (lookupsOf(source, "POST", "/token").length > 0) return null;
  const [verifying] = within(functionsOf(source, "POST", "/token"), (node) =>
    isCallOf(node, "verify", "jwtVerify", "jwtDecrypt", "timingSafeEqual"),
  );
  if (!verifying || !endsSomething(evidence)) return null;
  // Where a function of the program verifies, the handler's condition is where the store should be asked as well.
  const handlers = registeredFor(source, "POST", "/token");
  const isInHandler = within(handlers, (node) => node === verifying.node).length > 0;
  const [refusing] = isInHandler ? [] : within(handlers, ({ type }) => type === "IfStatement");
  return {
    title: "POST /token asks the signature alone, and never the store",
    why: "Ada logged out, and her refresh token gets new access tokens as before. POST /logout changes what your server keeps, and POST /token does not look there: for it, every token that your key has signed is good.",
    fix: "After the signature, look the token up in what your server keeps, and refuse it when it is not there or was ended.",
    place: firstPlace(refusing, verifying) ?? answeredAt(renewed),
  };
}

/** Whether POST /logout removes something from a store, or notes what has ended. */
function endsSomething(evidence: Evidence): boolean {
  return (
    removalsOf(evidence).length > 0 ||
    within(functionsOf(evidence.source, "POST", "/logout"), (node) => isCallOf(node, "add", "set", "push"))
      .length > 0
  );
}

/** The lookup that a condition relies on, where that finds any token: it compares nothing. */
function anyOf({ source }: Evidence, condition: Found | undefined): Found | null {
  const test = condition && child(condition.node, "test");
  const names = test
    ? findAll(test, ({ type }) => type === "Identifier").flatMap((one) => nameOf(one) ?? [])
    : [];
  const lookups = names.flatMap((name) => (condition && lookupBehind(source, condition, name)) ?? []);
  return (
    lookups.find(({ node }) => findAll(node, ({ type }) => type === "BinaryExpression").length === 0) ?? null
  );
}

/** A condition or a callback of a lookup that asks whether a hash or token is not the same as the one that came. */
function lookupOfAnother({ source }: Evidence): Found | null {
  const code = functionsOf(source, "POST", "/token");
  const callbacks = within(code, ({ type }) => type === "CallExpression").flatMap(({ file, node }) =>
    isCallOf(node, "find", "findIndex", "some")
      ? list(node, "arguments").map((one) => ({ file, node: one }))
      : [],
  );
  const [other, ...more] = within(
    callbacks.filter(({ node }) => isFunction(node)),
    (node) => {
      const sides = [child(node, "left"), child(node, "right")].map((side) => side?.type ?? "");
      const isKind = sides.every((type) => /^(Identifier|MemberExpression|CallExpression)$/.test(type));
      const named = findAll(node, (one) => /hash|token|digest/i.test(nameOf(one) ?? "")).length > 0;
      return /^!==?$/.test(String(Reflect.get(node, "operator"))) && isKind && named;
    },
  );
  return other && more.length === 0 ? other : null;
}

/** A list that filter gives, taken for the one record that was looked for: const row = rows.filter(…); if (!row) …. */
function listTakenForOne({ source }: Evidence): Found | null {
  const code = functionsOf(source, "POST", "/token");
  const [many] = within(code, (node) => {
    const init = node.type === "VariableDeclarator" ? bare(child(node, "init")) : null;
    if (!init || !isCallOf(init, "filter")) return false;
    const name = nameOf(child(node, "id"));
    const tests = within(code, (one) => {
      const argument = Reflect.get(one, "operator") === "!" ? child(one, "argument") : null;
      const asked = argument ?? (one.type === "IfStatement" ? child(one, "test") : null);
      return asked?.type === "Identifier" && nameOf(asked) === name;
    });
    return name !== null && tests.length > 0;
  });
  return many ?? null;
}

export const tokenIgnoresStore: Mistake = {
  id: "token-ignores-store",
  find(evidence) {
    const { transcript, source } = evidence;
    const signed = findSignatureOnly(evidence);
    if (signed) return signed;
    const unknown = exchangeOf(transcript, "renew-unknown");
    if (!isAbout(evidence, "unknown-refused") || !isGood(unknown)) return null;
    const promise = promiseAskedAsTruth(source, functionsOf(source, "POST", "/token"));
    if (promise) {
      return {
        title: "A promise is taken for the answer",
        why: "Mallory made up a token of the right length, sent it, and got an access token. The function called here is async: it gives a promise, and a promise counts as true, whatever will come of it.",
        fix: "Put await in front of the call, in a function that is async.",
        place: placeOfFound(promise),
      };
    }
    const many = listTakenForOne(evidence);
    if (many) {
      return {
        title: "POST /token accepts tokens that were never given out",
        why: "Mallory made up a token of the right length, sent it, and got an access token. filter gives a list, also where nothing fits: an empty list counts as true, so it is never taken for nothing.",
        fix: "Look it up with find, which gives undefined where nothing fits; or ask for the length of the list.",
        place: placeOfFound(many),
      };
    }
    const others = lookupOfAnother(evidence);
    if (others) {
      return {
        title: "POST /token accepts tokens that were never given out",
        why: "Mallory made up a token of the right length, sent it, and got an access token. What stands here finds what is not the same as the token that came: of a token that nobody has, that is all the others.",
        fix: "Look for the one that is the same.",
        place: placeOfFound(others),
      };
    }
    const [condition] = conditionsOf(source, "POST", "/token");
    const [lookup] = lookupsOf(source, "POST", "/token");
    return {
      title: "POST /token accepts tokens that were never given out",
      why: "Mallory made up a token of the right length, sent it, and got an access token. Whether the store holds the token that comes makes no difference to the answer.",
      fix: lookup
        ? "Print what this gives for a token that is not there: the good answer has to depend on whether the store holds it."
        : "Before the good answer, look the token up in your store, and refuse it when it is not there.",
      place:
        firstPlace(
          anyOf(evidence, condition),
          condition,
          lookup,
          registeredFor(source, "POST", "/token").at(-1),
        ) ?? answeredAt(unknown),
    };
  },
};
