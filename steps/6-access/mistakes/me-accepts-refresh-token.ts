/** GET /me accepts a refresh token as an access token. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { nodesAt } from "../../../src/check/source/at-place.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, findAll, list, nameOf, stringOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { callOfShared } from "../../../src/course/deciding-line.ts";
import { lookupsOf } from "../../../src/course/mistakes/pattern.ts";
import { callsForMe, functionsOfMe, isLetIn } from "./asking.ts";

/** Whether a node is a member that says what a token is for: claims.typ. */
function isKind(node: Node | null): boolean {
  const member = node?.type === "ChainExpression" ? child(node, "expression") : node;
  return (
    member?.type === "MemberExpression" &&
    /^(type|typ|kind|use|purpose|scope|aud)$/.test(nameOf(member) ?? "")
  );
}

function comparesKind(node: Node): boolean {
  return node.type === "BinaryExpression" && (isKind(child(node, "left")) || isKind(child(node, "right")));
}

/** Whether POST /token compares what a token is for, in code that GET /me does not run. */
function asksForKind(source: Source): boolean {
  const shared = functionsOfMe(source).map(({ node }) => node);
  const own = functionsOf(source, "POST", "/token").filter(({ node }) => !shared.includes(node));
  return within(own, comparesKind).length > 0;
}

/** The first condition on the variable that a call gives its value; null where there is none. */
function conditionAfter(source: Source, call: Found): Found | null {
  const around = nodesAt(source, placeOfFound(call));
  const name = nameOf(child(around.findLast(({ type }) => type === "VariableDeclarator") ?? call.node, "id"));
  const block = around.findLast(({ type }) => type === "BlockStatement");
  const [condition] = block
    ? within([{ file: call.file, node: block }], (node) => {
        const test = node.type === "IfStatement" ? child(node, "test") : null;
        return test !== null && name !== null && findAll(test, (one) => nameOf(one) === name).length > 0;
      })
    : [];
  return condition ?? null;
}

/** Whether a node compares what a token is for with a text that is written there. */
function namesKind(node: Node): boolean {
  const sides = [child(node, "left"), child(node, "right")];
  return comparesKind(node) && sides.some((one) => one !== null && stringOf(one) !== null);
}

/** The condition of GET /me that does look at what a token is for, and lets this one through. */
function conditionOnKind(source: Source): Found | null {
  const [condition] = within(functionsOfMe(source), (node) => {
    const test = node.type === "IfStatement" ? child(node, "test") : null;
    return test !== null && findAll(test, namesKind).length > 0;
  });
  return condition ?? null;
}

/** The call of GET /me that does not say which kind it wants, of a function that compares the kind where it is told one. */
function callWithoutKind(source: Source): Found | null {
  const code = functionsOfMe(source);
  const [call] = within(code, (node) => {
    const [called, ...others] = functionsCalled(source, node);
    if (node.type !== "CallExpression" || !called || others.length > 0) return false;
    const params = list(called.node, "params").map(nameOf);
    const compared = within([called], comparesKind).flatMap(({ node: one }) =>
      [child(one, "left"), child(one, "right")].map((side) => params.indexOf(nameOf(side))),
    );
    return compared.some((at) => at >= 0 && at >= list(node, "arguments").length);
  });
  return call ?? null;
}

export const meAcceptsRefreshToken: Mistake = {
  id: "me-accepts-refresh-token",
  find(evidence) {
    const exchange = exchangeOf(evidence.transcript, "me-refresh-token");
    if (!isAbout(evidence, "me-refuses") || !isLetIn(exchange)) return null;
    const [verify] = callsForMe(evidence, "verify", "jwtVerify", "jwtDecrypt");
    // Where POST /token looks itself at what a token is for, a function that both share need not: GET /me has to look.
    const isShared = verify !== undefined && asksForKind(evidence.source);
    const call = isShared ? callOfShared(evidence.source, verify, functionsOfMe(evidence.source)) : null;
    const after = call ? conditionAfter(evidence.source, call) : null;
    const [lookup] = lookupsOf(evidence.source, "GET", "/me");
    return {
      title: "GET /me accepts a refresh token",
      why: "Mallory sent ada's refresh token in the place of an access token, and was let in. Then the token that lives long opens everything, and the short life of the access token protects nobody.",
      fix: "Let the two kinds differ: another key, another store, or a claim that says what a token is for (RFC 8725 §3.11), which you look at here.",
      place:
        firstPlace(
          conditionOnKind(evidence.source),
          callWithoutKind(evidence.source),
          after,
          call,
          verify,
          lookup,
        ) ?? answeredAt(exchange),
    };
  },
};
