/** A login replaces what the array held, or empties it first. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { storeInWords } from "../../../src/check/judge/read-transcript.ts";
import { handlersOf, placeOfFound } from "../../../src/check/source/handlers.ts";
import { child, findAll, nameOf } from "../../../src/check/source/syntax.ts";

/** A login assigns a new array in place of the old one, or empties the array first. */
export const storeOverwritten: Mistake = {
  id: "store-overwritten",
  find({ failure, exchange, source }) {
    if (failure.check.id !== "store-keeps-others" || !exchange) return null;
    const [change] = handlersOf(source, "POST", "/login").flatMap(({ file, node }) =>
      findAll(node, (inner) => {
        const left = inner.type === "AssignmentExpression" ? child(inner, "left") : null;
        const list = left?.type === "MemberExpression" ? child(left, "object") : null;
        return ["refreshTokens", "length"].includes(nameOf(left) ?? "") || nameOf(list) === "refreshTokens";
      }).map((inner) => ({ file, node: inner })),
    );
    return {
      title: "A login forgets everybody who was there before",
      why: `"refresh456" was in refreshTokens, and after another login ${storeInWords(exchange.store)}. Whoever logged in earlier has a token that the server no longer knows.`,
      fix: "Add the new token to the array, and leave what is in it.",
      place: change ? placeOfFound(change) : answeredAt(exchange),
    };
  },
};
