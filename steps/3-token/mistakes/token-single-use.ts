/** POST /token renews once and refuses the same token the second time. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { tokensOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { callOfShared } from "../../../src/course/deciding-line.ts";
import { keptPattern } from "../../../src/course/kept-pattern.ts";
import { accepted, isAboutToken, renewalsOf } from "./renewals.ts";

/** Whether a node changes something that may outlive a request. */
function changes(node: Node, ancestors: readonly Node[]): boolean {
  if (node.type === "AssignmentExpression") return true;
  // A loop counts as well.
  if (node.type === "UpdateExpression") return ancestors.at(-1)?.type !== "ForStatement";
  if (node.type === "UnaryExpression") return Reflect.get(node, "operator") === "delete";
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  const changing = ["splice", "pop", "shift", "push", "add", "delete", "set"];
  return callee?.type === "MemberExpression" && changing.includes(nameOf(callee) ?? "");
}

/** What POST /token changes, in its handler or in what that calls; null where the source shows nothing. */
function changeIn(source: Source): Found | null {
  const inHandler = within(handlersOf(source, "POST", "/token"), changes);
  const aboutStore = ({ node }: Found) =>
    findAll(node, (inner) => nameOf(inner) === "refreshTokens").length > 0;
  const code = functionsOf(source, "POST", "/token");
  const called = inHandler.length > 0 ? [] : within(code, changes).filter(aboutStore);
  const change = inHandler.find(aboutStore) ?? inHandler[0] ?? called[0];
  return change ? (callOfShared(source, change, code) ?? change) : null;
}

export const tokenSingleUse: Mistake = {
  id: "token-single-use",
  find(evidence) {
    const { known, again } = renewalsOf(evidence);
    if (!isAboutToken(evidence) || !accepted(known) || !again?.response || accepted(again)) return null;
    const removed = known && !(tokensOf(known.store) ?? []).includes("refresh123");
    const change = changeIn(evidence.source);
    const pattern = removed || change ? null : keptPattern(evidence.source, "POST", "/token");
    if (pattern) {
      return {
        title: "A regular expression remembers where it stopped",
        why: "The first renewal works, the second one with the same token is refused. A regular expression with the flag g or y keeps in lastIndex where its last match ended, and this one is kept between requests: the next time it goes on from there, and finds nothing.",
        fix: "Leave the flag out: to ask whether a text fits, none is needed.",
        place: placeOfFound(pattern),
      };
    }
    return {
      title: "A refresh token works only once",
      why: `The first renewal works, the second one with the same token is refused${removed ? ": the first has removed it from refreshTokens" : ""}. A new token at every renewal (rotation) is a good idea for later; here the client keeps its token until it logs out.`,
      fix: removed
        ? "Leave refreshTokens as it is when you renew: only logout removes."
        : "Let the answer depend on refreshTokens alone, however often the token came.",
      place: firstPlace(change) ?? answeredAt(known),
    };
  },
};
