/** refreshTokens is not an array, from the start or since a login. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { faultsOf, reachedRoute } from "../../../src/check/diagnosis/read-evidence.ts";
import { kindInWords } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

/** The method whose result is assigned; null where there is none. */
function methodIn(assignment: Found | undefined): string | null {
  const right = assignment ? child(assignment.node, "right") : null;
  return right?.type === "CallExpression" ? nameOf(child(right, "callee")) : null;
}

export const storeNotArray: Mistake = {
  id: "store-not-array",
  find({ transcript, failure, exchange, source }) {
    const { storeAtStart } = transcript;
    const threw = storeAtStart.kind === "other" && faultsOf(exchange).length > 0;
    const failing = exchange ? transcript.exchanges.indexOf(exchange) : -1;
    const turnedBefore = transcript.exchanges.some(
      ({ store }, index) => store.kind === "other" && index <= failing,
    );
    // A request that never came to its route did not meet the store.
    const met = exchange !== null && (!exchange.response || reachedRoute(transcript, exchange));
    if (!failure.check.id.startsWith("store-") && !(met && (threw || turnedBefore))) return null;
    const [declaration] = declarationsOf(source, "refreshTokens").filter(({ local }) => !local);
    const unused =
      storeAtStart.kind === "absent" && declaration && declaration.init?.type !== "ArrayExpression";
    if (storeAtStart.kind === "other" || unused) {
      const type = storeAtStart.kind === "other" ? storeAtStart.type : null;
      return {
        title: `refreshTokens is ${type === "undefined" ? "not given a value" : "not an array"}`,
        why: `The store should be a list that login can push to; refreshTokens is ${type === "undefined" ? "declared but undefined" : type === null ? "something else" : kindInWords(type)}.`,
        fix: "Begin with an empty array: two square brackets.",
        place: declaration ? placeOfFound(declaration) : null,
      };
    }
    if (storeAtStart.kind !== "array") return null;
    const turned = transcript.exchanges.findIndex(({ store }) => store.kind === "other");
    const change = transcript.exchanges[turned];
    if (change?.store.kind !== "other") return null;
    const { method, path } = change.request;
    const assigns = (node: Node) =>
      node.type === "AssignmentExpression" && nameOf(child(node, "left")) === "refreshTokens";
    const [own] = handlersOf(source, method, path).flatMap(({ file, node }) =>
      findAll(node, assigns).map((one) => ({ file, node: one })),
    );
    const assignment = own ?? findInSource(source, assigns)[0];
    const name = methodIn(assignment);
    return {
      title: `After POST ${path}, refreshTokens is no longer an array`,
      why: `It begins as an array, and this request puts something else in its place (${kindInWords(change.store.type)}). ${name === "push" ? "push changes the array and returns its new length; assigned back, the number takes the array's place." : `What ${name ?? "stands on the right"} gives is not an array, and it is put in the array's place.`}`,
      fix:
        name === "push"
          ? "Call push on the array and assign nothing."
          : "Assign only what is an array; filter, for one, returns one.",
      place: assignment ? placeOfFound(assignment) : null,
    };
  },
};
