/** The array is there, and login adds nothing to it. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { findInSource, handlersOf, placeOfFound } from "../../../src/check/source/handlers.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import { child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";

/** What a method is called on. */
function receiverOf(call: Node): Node | null {
  const callee = child(call, "callee");
  return callee?.type === "MemberExpression" ? child(callee, "object") : null;
}

export const storeNotPushed: Mistake = {
  id: "store-not-pushed",
  find({ transcript: { storeAtStart, layers }, failure, source }) {
    const [declaration] = declarationsOf(source, "refreshTokens").filter(({ local }) => !local);
    // A variable that no function uses cannot be seen in the running program; the source shows it.
    const unused = failure.check.id === "store-exists" && storeAtStart.kind === "absent" && declaration;
    if (!unused && failure.check.id !== "store-holds-token") return null;
    const handlers = handlersOf(source, "POST", "/login");
    const uses = handlers.flatMap(({ file, node }) =>
      findAll(node, (inner) => inner.type === "Identifier" && nameOf(inner) === "refreshTokens").map(
        (inner) => ({ file, node: inner }),
      ),
    );
    const [use] = uses;
    // Not in the login handler, but in one place only: that place does not run at a login.
    const [push, ...others] = findInSource(
      source,
      (node) =>
        node.type === "CallExpression" &&
        ["push", "unshift"].includes(nameOf(child(node, "callee")) ?? "") &&
        nameOf(receiverOf(node)) === "refreshTokens",
    );
    const stray = !use && others.length === 0 ? push : undefined;
    const route = layers.find(({ role, path }) => role === "route" && path === "/login");
    return {
      title: "Login adds nothing to refreshTokens",
      why: stray
        ? "After a login the array is as empty as before. The line shown adds to it, but a login does not run it."
        : "The array is there and empty, and after a login it is still empty. The token is sent to the client, but the server keeps no record of it.",
      fix: use
        ? "Look at what this line does to the array: to add at its end is push, with the token in round brackets."
        : "In the login handler, before the answer, add the refresh token to the array.",
      place: use
        ? placeOfFound(use)
        : stray
          ? placeOfFound(stray)
          : (route?.place ?? (declaration ? placeOfFound(declaration) : null)),
    };
  },
};
