/** Login adds something other than the refresh token. */

import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf, shown } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { onlyChange } from "../../../src/check/source/changed-text.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { calledName, child, nameOf } from "../../../src/check/source/syntax.ts";
import { swappedArguments } from "../../../src/course/calls-that-miss.ts";

/** The only spread of a token, and not of a list, in the code of a login. */
function spreadIn(source: Source): Found | null {
  const code = functionsOf(source, "POST", "/login");
  const rests = within(code, ({ type }) => type === "RestElement").map(({ node }) =>
    nameOf(child(node, "argument")),
  );
  const spreads = within(code, (node) => {
    const what = node.type === "SpreadElement" ? child(node, "argument") : null;
    return what !== null && nameOf(what) !== "refreshTokens" && !rests.includes(nameOf(what));
  }).filter(
    (one, _, all) =>
      all.length === 1 || /refresh_?token$|^token$/i.test(nameOf(child(one.node, "argument")) ?? ""),
  );
  const [only] = spreads;
  return only && spreads.length === 1 ? only : null;
}

export const storeWrongToken: Mistake = {
  id: "store-wrong-token",
  find({ transcript, failure, source }) {
    if (failure.check.id !== "store-holds-token") return null;
    const login = exchangeOf(transcript, "login");
    const before = transcript.storeAtStart.kind === "array" ? transcript.storeAtStart.tokens.length : 0;
    if (login?.store.kind !== "array" || login.store.tokens.length <= before) return null;
    const [added] = findInSource(source, (node) => {
      const callee = node.type === "CallExpression" ? child(node, "callee") : null;
      if (callee?.type === "MemberExpression") {
        const onStore = nameOf(child(callee, "object")) === "refreshTokens";
        return onStore && ["push", "unshift", "splice"].includes(nameOf(callee) ?? "");
      }
      const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
      return nameOf(left?.type === "MemberExpression" ? child(left, "object") : left) === "refreshTokens";
    });
    if (login.store.tokens.slice(before).includes(null)) {
      return {
        title: "Login adds a value that is not there",
        why: 'Each login adds one element to refreshTokens, and that element is undefined or null: what this line adds has no value. The array should hold the very string that the client got and will send back: "refresh123".',
        fix: "Print what you add, with console.log: a field that the request does not bring, or a name that is spelled differently, gives undefined. Add the refresh token itself, as a string.",
        place: added ? placeOfFound(added) : answeredAt(login),
      };
    }
    const letters = login.store.tokens.slice(before).join("") === "refresh123" ? spreadIn(source) : null;
    if (letters) {
      return {
        title: "The token is taken apart into its letters",
        why: `After a login, refreshTokens holds ${shown(JSON.stringify(login.store.tokens), 100)}. Three dots before a text give its letters one by one, and each of them was added. The array should hold the token as one string.`,
        fix: "Leave the three dots out where the token is handed over.",
        place: placeOfFound(letters),
      };
    }
    const code = functionsOf(source, "POST", "/login");
    const swapped = swappedArguments(source, code);
    if (swapped) {
      return {
        title: "Login adds something else than the refresh token",
        why: `After a login, refreshTokens holds ${shown(JSON.stringify(login.store.tokens), 100)}. It should hold "refresh123". ${calledName(swapped.node) ?? ""} takes its parameters in another order than this line hands them over: what is meant for one gets into the other.`,
        fix: "Hand them over in the order in which the function takes them.",
        place: placeOfFound(swapped),
      };
    }
    const change = login.store.tokens
      .slice(before)
      .map((one) => (typeof one === "string" ? onlyChange(code, "refresh123", one) : null))
      .find((one) => one !== null);
    return {
      title: "Login adds something else than the refresh token",
      why: `After a login, refreshTokens holds ${shown(JSON.stringify(login.store.tokens), 100)}. It should hold the very string that the client got and will send back: "refresh123".`,
      fix: change
        ? "This line makes another text of the token: add the token as the client gets it."
        : "Add the refresh token itself, as a string.",
      place: change ? placeOfFound(change) : added ? placeOfFound(added) : answeredAt(login),
    };
  },
};
