/** The program limits how many requests it takes (RFC 6585 §4), and a check sends more. */

import { requestLine } from "../../judge/read-transcript.ts";
import { findInSource } from "../../source/found.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import type { Source } from "../../source/source.ts";
import { child, nameOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";

/** Whether a node says how many requests are let through, as express-rate-limit and others call it. */
function isLimit(node: Node, ancestors: readonly Node[]): boolean {
  return (
    node.type === "Property" &&
    /^(limit|max|points|maxRequests)$/.test(nameOf(child(node, "key")) ?? "") &&
    ancestors.at(-1)?.type === "ObjectExpression"
  );
}

/** The option that is handed to a limiter; null: there is none, or several. */
function placeOfLimit(source: Source): Place | null {
  return onlyPlace(
    findInSource(
      source,
      (node, ancestors) =>
        isLimit(node, ancestors) && /^(Call|New)Expression$/.test(ancestors.at(-2)?.type ?? ""),
    ),
  );
}

/** The limit of a route in a table that has one for each: { token: { limit: 1 } }. */
function placeInTable(source: Source, path: string): Place | null {
  return onlyPlace(
    findInSource(source, (node, ancestors) => {
      const entry = ancestors.at(-2);
      const isOfRoute = entry?.type === "Property" && nameOf(child(entry, "key")) === path.slice(1);
      return isOfRoute && isLimit(node, ancestors);
    }),
  );
}

export const rateLimited: Mistake = {
  id: "rate-limited",
  find({ exchange, transcript, source }) {
    if (exchange?.response?.status !== 429) return null;
    return {
      title: `${requestLine(exchange.request)} answers 429: too many requests`,
      why: `Your program limits how often it may be asked. This check asked it ${transcript.exchanges.length} times, all within moments and from one address, and here the limit is reached.`,
      fix: "Allow 1,000 requests a minute, or add the limit once the course is done.",
      place: placeInTable(source, exchange.request.path) ?? answeredAt(exchange) ?? placeOfLimit(source),
    };
  },
};
