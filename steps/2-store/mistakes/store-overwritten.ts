/** A login replaces what the array held, or empties it first. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { storeInWords } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import { calledName, child, list, nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";

/** Whether a node takes items out of refreshTokens, or writes over them. */
function takesOut(node: Node): boolean {
  if (nameOf(receiverOf(node)) !== "refreshTokens") return false;
  const name = calledName(node) ?? "";
  const count = list(node, "arguments")[1];
  return /^(pop|shift|fill)$/.test(name) || (name === "splice" && Reflect.get(count ?? node, "value") !== 0);
}

/** A login assigns a new array in place of the old one, or empties the array first. */
export const storeOverwritten: Mistake = {
  id: "store-overwritten",
  find({ failure, exchange, source }) {
    if (failure.check.id !== "store-keeps-others" || !exchange) return null;
    const assigned = (inner: Node) => {
      const left = inner.type === "AssignmentExpression" ? child(inner, "left") : null;
      const holder = left?.type === "MemberExpression" ? child(left, "object") : null;
      return ["refreshTokens", "length"].includes(nameOf(left) ?? "") || nameOf(holder) === "refreshTokens";
    };
    const code = functionsOf(source, "POST", "/login");
    const change =
      within(handlersOf(source, "POST", "/login"), assigned)[0] ??
      within(code, assigned)[0] ??
      within(code, takesOut)[0];
    return {
      title: "A login forgets everybody who was there before",
      why: `"refresh456" was in refreshTokens, and after another login ${storeInWords(exchange.store)}. Whoever logged in earlier has a token that the server no longer knows.`,
      fix: "Add the new token to the array, and leave what is in it.",
      place: change ? placeOfFound(change) : answeredAt(exchange),
    };
  },
};
