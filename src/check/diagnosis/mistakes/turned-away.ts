/** A login refuses ada with a good status: the words are a refusal, the status says success. */

import { isSuccess, requestLine, shown } from "../../judge/read-transcript.ts";
import { nodesAt } from "../../source/at-place.ts";
import { functionAt } from "../../source/handlers.ts";
import type { Source } from "../../source/source.ts";
import { child, findAll, isFunction, list, nameOf } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import { answeredAt } from "../read-evidence.ts";
import type { Evidence, Explanation } from "../mistake.ts";

/** Whether a place is one branch of a handler that answers with the tokens in another branch. */
function isOtherBranch(source: Source, place: Place): boolean {
  const around = functionAt(source, place);
  const nodes = nodesAt(source, place);
  const inside = nodes.slice(nodes.findLastIndex(isFunction) + 1);
  if (!around || !inside.some(({ type }) => /^(IfStatement|ConditionalExpression|SwitchCase)$/.test(type)))
    return false;
  const answers = findAll(around.node, (node) => {
    const method = node.type === "CallExpression" ? nameOf(child(node, "callee")) : null;
    return (method === "json" || method === "send") && !inside.includes(node);
  });
  return answers.some((answer) =>
    list(answer, "arguments").some(
      (argument) => findAll(argument, (node) => /token/i.test(nameOf(node) ?? "")).length > 0,
    ),
  );
}

/** An answer with a good status and without tokens, from one branch of a login that gives tokens in another branch. */
export function turnedAway({ exchange, source }: Evidence): Explanation | null {
  const at = answeredAt(exchange);
  if (!exchange?.response || exchange.request.path !== "/login" || !at || !isSuccess(exchange.response))
    return null;
  if (/token/i.test(exchange.response.body) || !isOtherBranch(source, at)) return null;
  return {
    title: `${requestLine(exchange.request)} turns ada away`,
    why: `Your program refuses this login, with ${exchange.response.status} and ${shown(exchange.response.body, 80)}. It was sent ${shown(exchange.request.body ?? "nothing")}: in this course everybody may log in. And a client looks at the status first: ${exchange.response.status} tells it that all went well.`,
    fix: "Look at the condition that leads to this line: leave it out, or let ada in. Where you do refuse somebody, answer with 401.",
    place: at,
  };
}
