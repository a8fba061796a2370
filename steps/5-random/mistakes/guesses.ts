/** Answers what the rules about guessing ask: how refresh tokens are made. */

import type { Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { isCallOf, makingOfToken, within } from "../../../src/check/source/making.ts";
import { bare, child, nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Place } from "../../../src/check/transcript.ts";
import { haveCommon, tokensGiven } from "../given.ts";

export const RANDOM_CHECKS: readonly string[] = ["tokens-differ", "tokens-long-enough", "tokens-unguessable"];

/** Whether the failed check is about how tokens are made. */
export function isAboutTokens({ failure }: Evidence): boolean {
  return RANDOM_CHECKS.includes(failure.check.id);
}

/** The tokens of one person's logins. */
export function tokensOf({ transcript }: Evidence, person: "ada" | "grace"): string[] {
  return tokensGiven(transcript, `login-${person}-`);
}

export function areAllAlike(tokens: readonly string[]): boolean {
  return tokens.length > 1 && new Set(tokens).size === 1;
}

/**
 * What makes a boot repeat the tokens of another one: the same clock, or the same Math.random. null: neither, or not
 * known.
 */
export function repeatedBy({ transcript, experiment }: Evidence): { clock: boolean; chance: boolean } | null {
  const first = tokensGiven(transcript, "first-boot-");
  if (!haveCommon(first, tokensGiven(transcript, "second-boot-"))) return null;
  return {
    clock: haveCommon(first, tokensGiven(experiment, "clock-alone-")),
    chance: haveCommon(first, tokensGiven(experiment, "chance-alone-")),
  };
}

/** Two tokens of one person, shortened, each on a line. */
export function examples(tokens: readonly string[]): string {
  return tokens.slice(0, 2).map(inShort).join(", then ");
}

export function inShort(token: string): string {
  return token.length > 24 ? `${token.slice(0, 12)}…${token.slice(-6)}` : token;
}

/** Whether an expression makes a new value, and does not only read one. */
function makes(node: Node | null): boolean {
  const plain = bare(node);
  return (
    plain !== null &&
    !["Identifier", "MemberExpression", "ObjectExpression", "ArrayExpression"].includes(plain.type)
  );
}

/**
 * Where a refresh token is made: the first node on its way for which a test holds (the first test that finds one
 * counts); else the end of the way.
 */
export function placeOfMaking(
  { source, transcript }: Evidence,
  ...tests: readonly ((node: Node) => boolean)[]
): Place | null {
  const making = makingOfToken(source, "refreshToken");
  const found = tests.map((test) => within(making, test)[0]);
  const last: Found | undefined = making.findLast(({ node }) => makes(node));
  return firstPlace(...found, last) ?? answeredAt(exchangeOf(transcript, "login"));
}

export function isMathRandom(node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return (
    callee?.type === "MemberExpression" &&
    nameOf(child(callee, "object")) === "Math" &&
    nameOf(callee) === "random"
  );
}

/** Whether a node reads a clock. */
export function isClock(node: Node): boolean {
  if (node.type === "NewExpression") return nameOf(child(node, "callee")) === "Date";
  if (!isCallOf(node, "now", "hrtime", "bigint", "getTime", "uptime", "Date")) return false;
  return true;
}

/** Whether a node reads a clock that counts from some start, and knows no date. */
export function isStopwatch(node: Node): boolean {
  if (isCallOf(node, "hrtime", "uptime")) return true;
  const read = node.type === "CallExpression" ? receiverOf(node) : null;
  return ["hrtime", "performance"].includes(nameOf(read) ?? "");
}

/** Whether a node counts: n++, n += 1, or how many there are. */
export function isCounting(node: Node): boolean {
  if (node.type === "UpdateExpression") return true;
  if (node.type === "AssignmentExpression") return Reflect.get(node, "operator") === "+=";
  return node.type === "MemberExpression" && ["length", "size"].includes(nameOf(node) ?? "");
}

/** Whether a node joins texts. */
export function isJoining(node: Node): boolean {
  return node.type === "TemplateLiteral" || node.type === "BinaryExpression";
}

/** Whether a node signs a JWT. */
export function isSigning(node: Node): boolean {
  return isCallOf(node, "sign", "signAsync");
}

/** Whether a node calls jose's setIssuedAt: that is the line beside which other claims would stand. */
export function isIssuing(node: Node): boolean {
  return node.type === "Identifier" && nameOf(node) === "setIssuedAt";
}
