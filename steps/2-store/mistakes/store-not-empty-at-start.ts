/** refreshTokens holds tokens before the first login. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { listInWords, shown } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { functionsNamed } from "../../../src/check/source/handlers.ts";
import { within } from "../../../src/check/source/making.ts";
import { calledName, child, isFunction, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf, isEmptyArray } from "../../../src/check/source/variables.ts";

export const storeNotEmptyAtStart: Mistake = {
  id: "store-not-empty-at-start",
  find({ transcript: { storeAtStart }, failure, source }) {
    const [declaration] = declarationsOf(source, "refreshTokens").filter(({ local }) => !local);
    const unused =
      failure.check.id === "store-exists" &&
      storeAtStart.kind === "absent" &&
      declaration?.init?.type === "ArrayExpression" &&
      !isEmptyArray(declaration.init);
    const filled = failure.check.id === "store-empty-at-start" && storeAtStart.kind === "array";
    if (!unused && !filled) return null;
    const adds = (node: Node) => {
      const callee = node.type === "CallExpression" ? child(node, "callee") : null;
      if (callee?.type !== "MemberExpression") return false;
      return (
        nameOf(child(callee, "object")) === "refreshTokens" &&
        ["push", "unshift"].includes(nameOf(callee) ?? "")
      );
    };
    // What the program runs while it starts: outside of functions, or in one that is called there.
    const atStart = findInSource(source, (_, ancestors) => !ancestors.some(isFunction));
    const called = atStart.flatMap(({ node }) => functionsNamed(source, calledName(node) ?? ""));
    const added = [...atStart.filter(({ node }) => adds(node)), ...within(called, adds)][0];
    const filledHere = declaration?.init && isEmptyArray(declaration.init) ? added : undefined;
    const place = filledHere ?? declaration;
    const holds =
      storeAtStart.kind === "array" ? ` It holds ${shown(listInWords(storeAtStart.tokens), 80)}.` : "";
    return {
      title: "refreshTokens is not empty at the start",
      why: `Nobody has logged in yet, so no token has been given out.${holds} Whatever is in there from the start could be used without a login.`,
      fix: filledHere
        ? "Take this line out: only the login handler adds a token."
        : "Begin with an empty array, and add the token in the login handler only.",
      place: place ? placeOfFound(place) : null,
    };
  },
};
