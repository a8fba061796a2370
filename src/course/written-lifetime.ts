/** Finds where the source says how long a token lives. */

import type { Explanation } from "../check/diagnosis/mistake.ts";
import { findInSource, placeOfFound, wholeOf } from "../check/source/found.ts";
import { callsFunction, functionsCalled } from "../check/source/calls.ts";
import { functionAt } from "../check/source/handlers.ts";
import type { Found } from "../check/source/found.ts";
import { functionsOf, isCallOf, makingOf, makingOfToken, within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import { numberOf } from "../check/source/values.ts";
import { bare, child, list, nameOf, pairOf, stringOf } from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import type { Place } from "../check/transcript.ts";
import { comparisonsOf, hasClock, isComparison } from "./clock-comparisons.ts";
import { inWords } from "./lifetime.ts";
import type { Lifetime } from "./lifetime.ts";
import { readTime } from "./written-time.ts";
import { wrongUnitEntry } from "./unit-table.ts";
import { storingsOf } from "./mistakes/pattern.ts";

const END = /^(exp|ttl|until|end|ends|validTo|validUntil|maxAge|lifetime)$|expir|ends?_?at|ends?On|deadline/i;

type Token = "access" | "refresh";

/** The nodes that give a length of time: an option, a claim, a timer's delay, or what is added to the time. */
function lengthsIn(found: readonly Found[]): Found[] {
  return found.flatMap(({ file, node }) =>
    within([{ file, node }], () => true).flatMap(({ node: inner }): Found[] => {
      const key = inner.type === "Property" ? child(inner, "key") : null;
      const value = inner.type === "Property" ? child(inner, "value") : null;
      if (key && value && END.test(nameOf(key) ?? stringOf(key) ?? "")) return [{ file, node: value }];
      if (
        isCallOf(
          inner,
          "setExpirationTime",
          "setMonth",
          "setDate",
          "setFullYear",
          "setHours",
          "setMinutes",
          "setUTCDate",
        )
      ) {
        const [first] = list(inner, "arguments");
        return first ? [{ file, node: first }] : [];
      }
      if (isCallOf(inner, "setTimeout")) {
        const delay = list(inner, "arguments")[1];
        return delay ? [{ file, node: delay }] : [];
      }
      if (inner.type === "BinaryExpression" && Reflect.get(inner, "operator") === "+" && hasClock(inner))
        return [{ file, node: inner }];
      return [];
    }),
  );
}

/** The operand of a sum that is not the clock's time. */
function added(node: Node): Node {
  const plain = bare(node);
  if (plain?.type !== "BinaryExpression" || Reflect.get(plain, "operator") !== "+") return node;
  const [left, right] = [child(plain, "left"), child(plain, "right")];
  if (left && right && hasClock(left) && !hasClock(right)) return right;
  return left && right && hasClock(right) && !hasClock(left) ? left : node;
}

function hasLiteral(node: Node): boolean {
  return within([{ file: "", node }], ({ type }) => type === "Literal").length > 0;
}

/** Whether a node names one of some parameters. */
function speaksOfOne(node: Node, params: readonly Node[]): boolean {
  const inParams = params.flatMap((one) => within([{ file: "", node: one }], () => true));
  const names = inParams.flatMap((one) => nameOf(one.node) ?? []);
  return within([{ file: "", node }], (one) => names.includes(nameOf(one) ?? "")).length > 0;
}

/** Whether a name speaks of the other kind of token, and of this one not. */
function isOfOther(name: string, token: Token): boolean {
  const other = token === "access" ? /refresh/i : /access/i;
  return other.test(name) && !new RegExp(token, "i").test(name);
}

/**
 * The value of a member, where an object in the source is made with it. Of a table with a part for each kind of token,
 * it is the part of this kind.
 */
function givenAs(source: Source, { node }: Found, token: Token): Found | null {
  const names = within([{ file: "", node }], ({ type }) => type === "Identifier").map(
    (one) => nameOf(one.node) ?? "",
  );
  const [given] = findInSource(source, (one, ancestors) => {
    const around = ancestors.flatMap((outer) => nameOf(child(outer, "key") ?? child(outer, "id")) ?? []);
    if (around.some((name) => isOfOther(name, token))) return false;
    const [key, value] = one.type === "Property" ? [child(one, "key"), child(one, "value")] : [null, null];
    const name = nameOf(key) ?? "";
    return value !== null && END.test(name) && names.includes(name) && hasLiteral(value);
  });
  const value = given ? child(given.node, "value") : null;
  return given && value ? { file: given.file, node: value } : null;
}

/** What the only call of a function hands over for a parameter: config.lifetime for ms, of fromNow(config.lifetime). */
function handedOver(source: Source, found: Found, token: Token): Found | null {
  const name = found.node.type === "Identifier" ? nameOf(found.node) : null;
  const around = name === null ? null : functionAt(source, placeOfFound(found));
  const at = around ? list(around.node, "params").findIndex((one) => nameOf(one) === name) : -1;
  if (!around || at < 0) return null;
  const calls = findInSource(source, (node) => callsFunction(source, node, around.node)).filter(
    ({ node }) => !within([{ file: "", node }], (one) => isOfOther(nameOf(one) ?? "", token)).length,
  );
  const [call, ...others] = calls;
  const argument = call && others.length === 0 ? list(call.node, "arguments")[at] : undefined;
  return call && argument ? { file: call.file, node: argument } : null;
}

/** The value of the only field with the name of a member, where a number or a text is written in it. */
function onlyField(source: Source, { node }: Found): Found | null {
  const name = node.type === "MemberExpression" ? nameOf(node) : null;
  const fields = findInSource(
    source,
    (one, ancestors) =>
      one.type === "Property" &&
      name !== null &&
      nameOf(child(one, "key")) === name &&
      ancestors.at(-1)?.type === "ObjectExpression",
  );
  const [field, ...others] = fields;
  const value = field && others.length === 0 ? child(field.node, "value") : null;
  return field && value && hasLiteral(value) ? { file: field.file, node: value } : null;
}

/** How many calls a length is followed through: a function may hand its own parameter on to itself. */
const DEEPEST = 5;

/** Where a length is written: at a number itself, or where the constant or function that gives the number is. */
function writtenAt(source: Source, { file, node }: Found, token: Token, depth = 0): Found {
  const own = { file, node: added(node) };
  if (hasLiteral(own.node) || depth > DEEPEST) return own;
  const handed = handedOver(source, own, token);
  if (handed) return writtenAt(source, handed, token, depth + 1);
  const called = within([own], ({ type }) => type === "CallExpression").flatMap((call) =>
    functionsCalled(source, call.node),
  );
  const [inside] = lengthsIn(called);
  // A function that adds what it is given is right: then what it is given counts.
  const isGiven =
    inside !== undefined &&
    !hasLiteral(inside.node) &&
    called.some(({ node: one }) => speaksOfOne(inside.node, list(one, "params")));
  if (inside && !isGiven) return inside;
  const given = isGiven
    ? within([own], ({ type }) => type === "CallExpression").flatMap((call) =>
        list(call.node, "arguments").map((one) => writtenAt(source, { file, node: one }, token, depth + 1)),
      )
    : [];
  const making = makingOf(source, [own]);
  const isWritten = ({ node: one }: Found, ...types: string[]) => {
    const plain = bare(one);
    return plain !== null && types.includes(plain.type) && hasLiteral(plain);
  };
  const others = making.slice(1);
  // weeks(2)
  const isCallOnNumbers = ({ node: one }: Found) => {
    const numbers = one.type === "CallExpression" ? list(one, "arguments") : [];
    return numbers.length > 0 && numbers.every((each) => typeof Reflect.get(each, "value") === "number");
  };
  return (
    others.find((one) => isWritten(one, "BinaryExpression")) ??
    others.findLast((one) => isWritten(one, "Literal", "TemplateLiteral")) ??
    givenAs(source, own, token) ??
    others.find(isCallOnNumbers) ??
    onlyField(source, own) ??
    given.find((one) => hasLiteral(one.node)) ??
    (isGiven ? others.find((one) => isWritten(one, "ArrayExpression", "ObjectExpression")) : undefined) ??
    inside ??
    own
  );
}

/** The lengths that the source gives to a token's life, the most certain first. */
function lengthsOf(source: Source, token: Token): Found[] {
  const making = makingOfToken(source, token === "access" ? "accessToken" : "refreshToken");
  const own = lengthsIn(making);
  const other = new Set(
    lengthsIn(makingOfToken(source, token === "access" ? "refreshToken" : "accessToken")).map(
      ({ node }) => node,
    ),
  );
  const [method, path] = token === "access" ? (["GET", "/me"] as const) : (["POST", "/token"] as const);
  const storings = storingsOf(source, token);
  const stored = [...lengthsIn(storings), ...lengthsIn(makingOf(source, storings))];
  const inLogin = lengthsIn(functionsOf(source, "POST", "/login"));
  const compared = comparisonsOf(source, method, path).flatMap((one) =>
    within([one], ({ type }) => type === "BinaryExpression" || type === "Identifier").flatMap((inner) => {
      const made = writtenAt(source, inner, token);
      return made.node === inner.node ? [] : [made];
    }),
  );
  const anywhere = lengthsIn(wholeOf(source));
  return [...own, ...stored, ...compared, ...inLogin, ...anywhere].filter(
    ({ node }) => own.some((one) => one.node === node) || !other.has(node),
  );
}

/**
 * Where the length of a token's life is written; null where the source does not show it.
 *
 * @param life how long it lives in truth; where it is not as written, the place is where the text is read
 */
export function placeOfLifetime(source: Source, token: Token, life: Lifetime | null = null): Place | null {
  const entry = life && wrongUnitEntry(source, life, (name) => isOfOther(name, token));
  if (entry) return placeOfFound(entry);
  const [first] = lengthsOf(source, token);
  return first ? placeOfFound(writtenAt(source, first, token)) : null;
}

/** The length of a token's life as the source gives it, in ms; null where it shows none, or not as a number of ms. */
export function writtenLife(source: Source, token: Token): number | null {
  const [first] = lengthsOf(source, token);
  const written = first && writtenAt(source, first, token);
  return written ? (readTime(stringOf(written.node))?.ms ?? numberOf(source, written.node)) : null;
}

/** Where the length of a token's life is written as a text without a unit, as in expiresIn: "900"; null: it is not. */
export function textWithoutUnit(source: Source, token: Token): (Found & { text: string }) | null {
  const [first] = lengthsOf(source, token);
  const written = first && writtenAt(source, first, token);
  const text = written ? stringOf(written.node) : null;
  return written && text !== null && /^\d+$/.test(text) ? { ...written, text } : null;
}

/**
 * Explains a life that is a text without a unit: jsonwebtoken counts milliseconds then
 * (https://github.com/auth0/node-jsonwebtoken#readme, expiresIn).
 *
 * @param kind as in "The access token"
 */
export function explainWithoutUnit(
  kind: string,
  life: Lifetime,
  written: Found & { text: string },
): Explanation {
  return {
    title: "The time has no unit",
    why: `${kind} is good for ${inWords(life.ended ?? life.good)}. The length of its life is the text "${written.text}": jsonwebtoken takes a text without a unit for milliseconds, and a number for seconds.`,
    fix: `Write the unit into the text, as in "15m" or "7d"; or give a number of seconds, without quotes.`,
    place: placeOfFound(written),
  };
}

/** Where a token's claim exp is given, by its name or by jose's setExpirationTime; null where the source does not show it. */
export function placeOfClaim(source: Source, token: Token): Place | null {
  const making = makingOfToken(source, token === "access" ? "accessToken" : "refreshToken");
  const [claim] = within(making, (node) => {
    const key = node.type === "Property" ? child(node, "key") : null;
    return (
      (key && (nameOf(key) ?? stringOf(key))) === "exp" ||
      (node.type === "Identifier" && nameOf(node) === "setExpirationTime")
    );
  });
  return claim ? placeOfFound(claim) : null;
}

/**
 * Whether the source keeps the end of a token beside it; or else when it was made and, somewhere, how long it lives.
 */
export function keepsAnEnd(source: Source): boolean {
  const kept = within(functionsOf(source, "POST", "/login"), (node) => {
    const key = node.type === "Property" ? child(node, "key") : null;
    return key !== null && (END.test(nameOf(key) ?? "") || hasClock(child(node, "value")));
  }).filter(({ node }) => !["exp", "expiresIn", "maxAge"].includes(nameOf(child(node, "key")) ?? ""));
  const sums = within(
    functionsOf(source, "POST", "/login"),
    (node, ancestors) =>
      node.type === "BinaryExpression" &&
      Reflect.get(node, "operator") === "+" &&
      hasClock(node) &&
      !ancestors.some((one) => one.type === "Property" && nameOf(child(one, "key")) === "exp"),
  );
  // A class may give each of its objects the end.
  const fields = findInSource(source, (node) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    const isField =
      node.type === "PropertyDefinition" || (left && child(left, "object")?.type === "ThisExpression");
    const { name, value } = pairOf(node);
    return isField === true && END.test(name ?? "") && hasClock(value);
  });
  const named =
    sums.length > 0 ||
    fields.length > 0 ||
    kept.some(({ node }) => END.test(nameOf(child(node, "key")) ?? ""));
  const compares = findInSource(
    source,
    (node) => isComparison(node) && (hasClock(node) || mentionsNow(node)),
  );
  return named || (kept.length > 0 && compares.length > 0);
}

function mentionsNow(node: Node): boolean {
  return (
    within([{ file: "", node }], (one) => one.type === "Identifier" && /^now$/i.test(nameOf(one) ?? ""))
      .length > 0
  );
}
