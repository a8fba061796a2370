/** What the store holds works as a token, because it is compared without hashing. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, wholeOf } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, findAll, list, receiverOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { shortToken } from "../../../src/course/short-token.ts";
import { codeOf, hashTest, lookupsOf } from "../../../src/course/token-code.ts";
import { wentWell } from "../../../src/course/turned-away.ts";
import { burgledIn, openedIn } from "../burgled.ts";

/** Where the lookup can be reached without a hash: by a || b, a ? b : c, a list of both, or an early return. */
function otherWays(source: Source, code: readonly Found[]): Found[] {
  const isHash = hashTest(source);
  const either = within(code, (node) => {
    if (node.type !== "LogicalExpression" || Reflect.get(node, "operator") !== "||") return false;
    const sides = [child(node, "left"), child(node, "right")];
    return (
      sides.every((side) => side !== null && findAll(side, isComparison).length > 0) &&
      sides.filter((side) => side && operandsOf(side).some(isHash)).length === 1
    );
  });
  // Of the two that are chosen from, one is a hash and the other is not.
  const choices = within(code, (node) => {
    const [one, other] =
      node.type === "ConditionalExpression"
        ? [child(node, "consequent"), child(node, "alternate")]
        : [child(node, "left"), child(node, "right")];
    const isChoice =
      node.type === "ConditionalExpression" ||
      (node.type === "LogicalExpression" && ["||", "??"].includes(String(Reflect.get(node, "operator"))));
    // What compares is looked at above: a condition may ask other things of what was found by the hash.
    const isValue = (side: Node | null): side is Node => side !== null && side.type !== "BinaryExpression";
    return isChoice && isValue(one) && isValue(other) && isHash(one) !== isHash(other);
  });
  // A list of what is tried one after the other: [hash(token), token].
  const tried = within(code, (node) => {
    const elements = node.type === "ArrayExpression" ? list(node, "elements") : [];
    const isPlain = ({ type }: Node) => ["Identifier", "MemberExpression"].includes(type);
    return elements.some(isHash) && elements.some((one) => isPlain(one) && !isHash(one));
  }).filter(({ node }) => tries(code, node));
  const early = within(code, (node, ancestors) => {
    if (node.type !== "IfStatement") return false;
    const around = ancestors.findLast((one) => one.type.includes("Function"));
    const then = child(node, "consequent");
    return Boolean(
      around &&
      isHash(around) &&
      then &&
      !isHash(then) &&
      findAll(then, ({ type }) => type === "ReturnStatement" || type === "AssignmentExpression").length > 0 &&
      findAll(then, ({ type }) => type === "CallExpression").length === 0,
    );
  });
  return [...choices, ...either, ...tried, ...early];
}

/** Whether a list is gone through: by a loop, or by a method that takes a function. */
function tries(code: readonly Found[], elements: Node): boolean {
  const uses = within(code, (node) => {
    if (node.type === "ForOfStatement") return child(node, "right") === elements;
    return receiverOf(node) === elements && list(node, "arguments").length > 0;
  });
  return uses.length > 0;
}

/** What a comparison compares: not the member of the store, whatever its name says. */
function operandsOf(side: Node): Node[] {
  if (side.type !== "BinaryExpression") return [side];
  return [child(side, "left"), child(side, "right")].flatMap((one) =>
    one && (one.type !== "MemberExpression" || Reflect.get(one, "computed") === true) ? [one] : [],
  );
}

/** Whether a node asks whether two things are the same, or whether something is there. */
function isComparison(node: Node): boolean {
  const isEquality = /^={2,3}$/.test(String(Reflect.get(node, "operator")));
  return (node.type === "BinaryExpression" && isEquality) || node.type === "CallExpression";
}

export const storedValueAccepted: Mistake = {
  id: "stored-value-accepted",
  find(evidence) {
    const { transcript, source } = evidence;
    const opened = openedIn(transcript);
    if (!isAbout(evidence, "store-opens-nothing") || burgledIn(transcript) || !opened) return null;
    if (!wentWell(evidence, "renew")) return null;
    const sent = /"refreshToken":"([^"]*)"/.exec(opened.request.body ?? "")?.[1] ?? "a text of the store";
    return {
      title: "What the store holds works as a token",
      why: `ada and grace logged in; then mallory got a copy of the store. She sent what lies there, ${shortToken(sent)}, as a refresh token, and got new tokens. The tokens are hashed, but what comes in is compared as it is, too, so the hash has become the token.`,
      fix: "Look up only the hash of what comes in. Nothing else may lead to a login, whatever it looks like.",
      place:
        firstPlace(...otherWays(source, codeOf(source, "/token"))) ??
        // The function that hashes may be handed over to a store, and be called by nobody by its name.
        firstPlace(...otherWays(source, wholeOf(source))) ??
        firstPlace(...lookupsOf(source, "/token")) ??
        answeredAt(opened),
    };
  },
};
