import type { Mistake } from "../../../src/diagnosis/mistake.ts";
import { faultsOf } from "../../../src/diagnosis/reading.ts";
import { exchangeOf } from "../../../src/judge/reading.ts";
import { findInSource, placeOfFound } from "../../../src/source/handlers.ts";
import { child, nameOf } from "../../../src/source/syntax.ts";
import { declarationsOf } from "../../../src/source/variables.ts";

/** refreshTokens is there and is something else than an array, from the start or since a login. */
export const storeNotArray: Mistake = {
  id: "store-not-array",
  find({ transcript, failure, exchange, source }) {
    const { storeAtStart } = transcript;
    const threw = storeAtStart.kind === "other" && faultsOf(exchange).length > 0;
    if (!failure.check.id.startsWith("store-") && !threw) return null;
    const [declaration] = declarationsOf(source, "refreshTokens").filter(({ local }) => !local);
    const unused =
      storeAtStart.kind === "absent" && declaration && declaration.init?.type !== "ArrayExpression";
    if (storeAtStart.kind === "other" || unused) {
      const type = storeAtStart.kind === "other" ? storeAtStart.type : "something else";
      return {
        title: `refreshTokens is ${type === "undefined" ? "not given a value" : "not an array"}`,
        why: `The store should be a list that login can push to; refreshTokens is ${type === "undefined" ? "declared but undefined" : type}.`,
        fix: "Begin with an empty array: two square brackets.",
        place: declaration ? placeOfFound(declaration) : null,
      };
    }
    const after = exchangeOf(transcript, "login")?.store;
    if (storeAtStart.kind !== "array" || after?.kind !== "other") return null;
    const [assignment] = findInSource(
      source,
      (node) => node.type === "AssignmentExpression" && nameOf(child(node, "left")) === "refreshTokens",
    );
    return {
      title: `After a login, refreshTokens is no array any more`,
      why: `It begins as an array, and login turns it into ${after.type}. push changes the array and returns its new length; assigned back, the number takes the array's place.`,
      fix: "Call push on the array and assign nothing.",
      place: assignment ? placeOfFound(assignment) : null,
    };
  },
};
