/** Login adds something other than the refresh token. */

import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf, shown } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/handlers.ts";
import { child, nameOf } from "../../../src/check/source/syntax.ts";

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
    return {
      title: "Login adds something else than the refresh token",
      why: `After a login, refreshTokens holds ${shown(JSON.stringify(login.store.tokens), 100)}. It should hold the very string that the client got and will send back: "refresh123".`,
      fix: "Add the refresh token itself, as a string.",
      place: added ? placeOfFound(added) : answeredAt(login),
    };
  },
};
