/** GET /me answers with another person's name. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { shown } from "../../../src/check/judge/read-transcript.ts";
import { rootOf } from "../../../src/check/source/at-place.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { fieldsAnswered, makingOf } from "../../../src/check/source/making.ts";
import { isPartOf, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { assignmentAsked } from "../../../src/course/assignments.ts";
import { functionsOfMe, isLetIn, usernameIn } from "./asking.ts";

/** Whether an expression is a member of the request or the answer: req.user, res.locals.name. */
function isOfRequest(node: Node): boolean {
  return node.type === "MemberExpression" && /^(req|request|res|response)$/.test(nameOf(rootOf(node)) ?? "");
}

export const meWrongUser: Mistake = {
  id: "me-wrong-user",
  find(evidence) {
    const { exchange, source } = evidence;
    if (!isAbout(evidence, "me-answers", "me-answers-others", "me-answers-renewed")) return null;
    const name = usernameIn(exchange);
    if (!isLetIn(exchange) || name === undefined || name === null || name === "") return null;
    const inMe = functionsOfMe(source);
    const making = makingOf(source, fieldsAnswered(source, "GET", "/me", "username"));
    const isInMe = ({ file, node }: Found) =>
      inMe.some((one) => one.file === file && isPartOf(node, one.node));
    const [answered, ...before] = making;
    // What a middleware has put there is made in the middleware.
    const from = before.find(({ node }) => !isOfRequest(node));
    const assigned = assignmentAsked(inMe);
    if (assigned) {
      return {
        title: "One = gives a value, it does not compare",
        why: `${exchange.actor} asked with ${exchange.actor}'s own access token and was told ${shown(JSON.stringify(name), 60)}. With one = this line assigns, and an assignment counts as what was assigned: it does not ask who it is.`,
        fix: "Compare, with ===.",
        place: placeOfFound(assigned),
      };
    }
    const renewed = evidence.failure.check.id === "me-answers-renewed";
    return {
      title: "GET /me answers with another name than that of whoever asks",
      why: `${exchange.actor} asked with ${exchange.actor}'s own access token${renewed ? ", which a renewal had brought," : ""} and was told ${shown(JSON.stringify(name), 60)}. The name has to come out of the token that was sent, not from what the server remembers of the last request.`,
      fix: "Take the name from what verifying the token gives you, or look it up by that.",
      place: firstPlace(from && isInMe(from) ? from : answered) ?? answeredAt(exchange),
    };
  },
};
