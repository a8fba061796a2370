/** The token itself can say that it needs no signature, or another kind of signature. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, firstPlace } from "../../../src/check/source/found.ts";
import { isCallOf, within } from "../../../src/check/source/making.ts";
import { child, isFunction, list, nameOf } from "../../../src/check/source/syntax.ts";
import { callsForMe, firstLetIn, functionsOfMe, isLiteral } from "./asking.ts";

export const algNoneAccepted: Mistake = {
  id: "alg-none-accepted",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "access-unforgeable")) return null;
    const letIn = firstLetIn(transcript, [
      "forged-none-1",
      "forged-none-2",
      "forged-none-3",
      "forged-none-4",
      "forged-unsigned",
      "forged-alg",
    ]);
    if (!letIn) return null;
    const inMe = functionsOfMe(source);
    const [unsecured] = within(inMe, (node) => node.type === "Identifier" && nameOf(node) === "UnsecuredJWT");
    const [call] = callsForMe(evidence, "verify", "jwtVerify").filter(
      ({ file, node }) => within([{ file, node }], (inner) => isLiteral(inner, "none")).length > 0,
    );
    const [named] = within(inMe, (node) => {
      const test = node.type === "SwitchCase" ? child(node, "test") : null;
      return test !== null && isLiteral(test, "none");
    });
    const [choice] = within(
      inMe,
      (node, ancestors) =>
        node.type === "Identifier" &&
        nameOf(node) === "alg" &&
        ancestors.some(({ type }) =>
          ["ConditionalExpression", "IfStatement", "SwitchStatement"].includes(type),
        ),
    );
    // A table of ways to sign has an entry for it: ["none", () => ""], { none: () => "" }.
    const [entry] = findInSource(source, (node) => {
      const [key, value] =
        node.type === "ArrayExpression"
          ? list(node, "elements")
          : node.type === "Property"
            ? [child(node, "key"), child(node, "value")]
            : [];
      const isNone =
        key != null && (isLiteral(key, "none") || (node.type === "Property" && nameOf(key) === "none"));
      return isNone && value != null && isFunction(value);
    });
    // The function that checks is looked up by what the token says.
    const [byTable] = within(
      inMe,
      (node) =>
        node.type === "MemberExpression" &&
        Reflect.get(node, "computed") === true &&
        nameOf(child(node, "property")) === "alg",
    );
    const other = within(inMe, (node) => isCallOf(node, "verify", "createHmac"))[0];
    const swapped = letIn.label === "forged-alg";
    return {
      title: swapped ? "The token's header is not signed" : "A token without a signature is accepted",
      why: swapped
        ? "Mallory changed the alg in the header of a token and left its signature as it was, and the token was accepted: the signature does not cover the header, or is not looked at."
        : `Mallory wrote a token in grace's name, said in its header that it needs no signature${letIn.label === "forged-unsigned" ? ", or left the signature out" : ' ("alg": "none")'}, and was let in as grace. Whoever writes the token must not choose how it is checked (RFC 8725 §3.1, §3.2).`,
      fix: "Say yourself which one algorithm you accept, and refuse every token that names another.",
      place:
        firstPlace(
          unsecured,
          call,
          named,
          letIn.label === "forged-alg" ? null : entry,
          choice,
          byTable,
          other,
        ) ?? answeredAt(letIn),
    };
  },
};
