/** The array is declared inside a handler, so every request makes a new one. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { allFaults } from "../../../src/check/diagnosis/read-evidence.ts";
import { isRegistration } from "../../../src/check/source/at-place.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { functionsMeant } from "../../../src/check/source/calls.ts";
import { functionAt, handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { functionsAtStart } from "../../../src/check/source/started.ts";
import { calledName, child, findAll, isFunction, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

/** The functions that app.use is given, here or by their names. */
function middlewaresOf(source: Source): Found[] {
  const uses = findInSource(source, (node) => isRegistration(node) && calledName(node) === "use");
  return uses.flatMap(({ file, node }) =>
    list(node, "arguments").flatMap((given) =>
      isFunction(given) ? [{ file, node: given }] : functionsMeant(source, given),
    ),
  );
}

/** Where a handler or a middleware makes a new object of a class with a member refreshTokens, if no other code makes one. */
function madeInHandler(source: Source): Found | null {
  const owners = findInSource(
    source,
    (node) =>
      /^Class(Declaration|Expression)$/.test(node.type) &&
      findAll(node, (inner) => {
        const key =
          child(inner, "key") ?? (inner.type === "AssignmentExpression" ? child(inner, "left") : null);
        return nameOf(key) === "refreshTokens" && child(inner, "static") === null;
      }).length > 0,
  ).flatMap(({ node }) => nameOf(child(node, "id")) ?? []);
  const isMade = (node: Node) =>
    node.type === "NewExpression" && owners.includes(nameOf(child(node, "callee")) ?? "");
  const routes = ["/login", "/token", "/logout"];
  const inside = within(
    [...routes.flatMap((path) => handlersOf(source, "POST", path)), ...middlewaresOf(source)],
    isMade,
  );
  return findInSource(source, isMade).length === inside.length ? (inside[0] ?? null) : null;
}

/** Whether a variable stands in a function that the program calls while it starts: what is made there stays. */
function isMadeOnce(source: Source, found: Found): boolean {
  const owner = functionAt(source, placeOfFound(found))?.node;
  return functionsAtStart(source).some(({ node }) => node === owner);
}

export const storeInHandler: Mistake = {
  id: "store-in-handler",
  find({ transcript: { storeAtStart }, transcript, failure, source }) {
    const absent = failure.check.id === "store-exists" && storeAtStart.kind === "absent";
    const made = absent ? madeInHandler(source) : null;
    if (made) {
      return {
        title: "The object with refreshTokens is made again inside a handler",
        why: "Every request makes a new object here, with an empty array of its own, and forgets it when it ends. So the token that a login puts there is gone at once.",
        fix: "Make the object once, at the top of the file, and only use it in the handlers.",
        place: placeOfFound(made),
      };
    }
    const local = declarationsOf(source, "refreshTokens").find(
      (declaration) => declaration.local && !isMadeOnce(source, declaration),
    );
    if (!local) return null;
    const unreachable = allFaults(transcript).some(({ message }) =>
      /refreshTokens is not defined/.test(message),
    );
    // The outer array stays empty, because a variable of the same name inside hides it.
    const hidden = failure.check.id === "store-holds-token" && storeAtStart.kind === "array";
    // Each login makes a new array, and code outside keeps it.
    const remade = failure.check.id === "store-keeps-others" && storeAtStart.kind === "absent";
    if (!absent && !unreachable && !hidden && !remade) return null;
    return {
      title: "refreshTokens is made again inside a function",
      why: `A variable that is declared inside a handler starts empty with every request and is gone after it.${hidden ? " It also hides the array outside, which stays empty." : ""} So the token that a login puts there is forgotten at once.`,
      fix: "Declare the array once, at the top of the file, and only use it in the handlers.",
      place: placeOfFound(local),
    };
  },
};
