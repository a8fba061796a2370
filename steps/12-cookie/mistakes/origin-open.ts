/** A page of another origin may send requests with the cookie and read the answers. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { requestLine } from "../../../src/check/judge/read-transcript.ts";
import { nodesAt } from "../../../src/check/source/at-place.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { patternsIn } from "../../../src/check/source/patterns.ts";
import type { Source } from "../../../src/check/source/source.ts";
import {
  calledName,
  child,
  findAll,
  isFunction,
  list,
  nameOf,
  receiverOf,
  regexOf,
  stringOf,
} from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { opensTo } from "../opens-to.ts";
import { lookalikesOfPattern } from "../origins.ts";

const COMPARES = /^(endsWith|startsWith|includes|indexOf|test|match|exec|search|some|find)$/;

/** The first comparison in a node: a call such as endsWith, or an operator. */
function comparisonIn(node: Node): Node | null {
  const [first] = findAll(
    node,
    (one) => COMPARES.test(calledName(one) ?? "") || /^[!=]==?$/.test(String(Reflect.get(one, "operator"))),
  );
  return first ?? null;
}

/** The first comparison in a function with a part of a text, as startsWith; null where there is none. */
function loosest({ file, node }: Found): Found | null {
  const [first] = findAll(node, (one) =>
    /^(endsWith|startsWith|test|match|search)$/.test(calledName(one) ?? ""),
  );
  return first ? { file, node: first } : null;
}

/** The comparison behind a condition: its own, else the one in the function that it calls. */
function comparisonBehind(source: Source, { file, node }: Found): Found | null {
  const own = comparisonIn(node);
  if (own) return { file, node: own };
  const called = findAll(node, (one) => calledName(one) !== null);
  const functions = called.flatMap((one) => functionsCalled(source, one));
  const inside = functions.flatMap((one) => {
    const found = comparisonIn(one.node);
    return found ? [{ file: one.file, node: found }] : [];
  });
  return inside[0] ?? null;
}

/** The names of variables in a node. */
function variablesIn(node: Node): Set<string> {
  return new Set(findAll(node, ({ type }) => type === "Identifier").flatMap((one) => nameOf(one) ?? []));
}

/** A comparison's pattern where it has a line of its own; else the comparison. */
function patternOf(source: Source, { file, node }: Found): Found {
  const pattern = receiverOf(node);
  const [own] = pattern?.type === "Identifier" ? declarationsOf(source, nameOf(pattern) ?? "") : [];
  return own && regexOf(own.init) ? own : { file, node };
}

/** The comparison that lets an origin through to the header; else the header, or the option of the package cors. */
function placeOfHeader(source: Source): Place | null {
  const [header] = findInSource(source, (node) =>
    /^access-control-allow-origin$/i.test(stringOf(node) ?? ""),
  );
  const around = header ? nodesAt(source, placeOfFound(header)) : [];
  const sets = around.findLast(({ type }) => type === "CallExpression");
  const sent = new Set(sets ? list(sets, "arguments").flatMap((one) => [...variablesIn(one)]) : []);
  const comparison = around
    .flatMap((node) => child(node, "test") ?? [])
    .filter((test) => [...variablesIn(test)].some((name) => /origin/i.test(name) || sent.has(name)))
    .flatMap((node) => (header ? (comparisonBehind(source, { file: header.file, node }) ?? []) : []))
    .map((found) => patternOf(source, found))
    .at(-1);
  const [option] = findInSource(
    source,
    (node, ancestors) =>
      node.type === "Property" &&
      nameOf(child(node, "key")) === "origin" &&
      ancestors.some((one) => calledName(one) === "cors"),
  );
  const decides = option ? child(option.node, "value") : null;
  const inOption =
    option && decides && isFunction(decides) ? loosest({ file: option.file, node: decides }) : null;
  return firstPlace(comparison, header, inOption, option);
}

/** The regular expression that an origin was tried for; null where there is none, or more than one. */
function patternFor(source: Source, origin: string): Place | null {
  const places = patternsIn(source).flatMap(({ text, place }) =>
    lookalikesOfPattern(text).includes(origin) ? [place] : [],
  );
  return places.length === 1 ? (places[0] ?? null) : null;
}

/** Why an origin that the app does not mean is allowed. */
function whyItIsLetIn(origin: string, allowed: string): string {
  if (allowed === "*")
    return "Everybody is allowed, and credentials as well. Browsers refuse that pair, so it does not even work for your own page; whoever makes it work by sending the origin back opens the door to all.";
  if (origin === "null") return "A page in a sandboxed frame has the origin null, and anybody can make one.";
  if (origin.endsWith(".evil.example"))
    return "Your code looks only at how the origin begins, or whether it holds a name; and everybody can own a host that begins so.";
  if (origin === "https://evil.example") return "Any origin is sent back as allowed.";
  return "Your code looks only at how the origin ends, and everybody can own a host that ends so.";
}

export const originOpen: Mistake = {
  id: "origin-open",
  find({ failure, exchange, source }) {
    if (failure.check.id !== "origin-closed" || !exchange) return null;
    const allowed = opensTo(exchange);
    if (allowed === null) return null;
    const origin = exchange.request.headers["origin"] ?? "";
    return {
      title: "Another site may use the cookie",
      why: `${requestLine(exchange.request)} with the origin ${origin} got Access-Control-Allow-Origin: ${allowed} and Access-Control-Allow-Credentials: true. ${whyItIsLetIn(origin, allowed)}`,
      fix: "Compare the whole origin with a short list of your own, or send no such headers at all: a page of the same origin needs none.",
      place: patternFor(source, origin) ?? placeOfHeader(source),
    };
  },
};
