/** The tokens are random, but there are too few possible ones. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { functionsAt } from "../../../src/check/source/at-place.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { declarationBehind, isCallOf, makingOfToken, within } from "../../../src/check/source/making.ts";
import { bare, calledName, child, list, receiverOf } from "../../../src/check/source/syntax.ts";
import type { Place } from "../../../src/check/transcript.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { bitsThatVary } from "../bits.ts";
import { examples, isAboutTokens, placeOfMaking, repeatedBy, tokensOf } from "./guesses.ts";

/** Whether a node cuts a text, or makes one that may be short. */
function isShortening(node: Node): boolean {
  return isCallOf(
    node,
    "randomBytes",
    "randomInt",
    "randomUUID",
    "getRandomValues",
    "nanoid",
    "slice",
    "substring",
    "substr",
  );
}

/** Where the function that draws letter by letter is told how many: by the default of a parameter. */
function roundsOf({ source }: Evidence): Place | null {
  const drawing = within(makingOfToken(source, "refreshToken"), (node) => isCallOf(node, "randomInt"))[0];
  const functions = drawing ? functionsAt(source, placeOfFound(drawing)) : [];
  const told = functions.flatMap((one) =>
    list(one, "params").filter((param) => {
      const [left, right] = [child(param, "left"), child(param, "right")];
      return left !== null && typeof Reflect.get(right ?? {}, "value") === "number";
    }),
  );
  const [first] = told;
  return drawing && first ? placeOfFound({ file: drawing.file, node: first }) : null;
}

const BYTES = /^(getRandomValues|randomBytes|Uint8Array|randomFillSync)$/;

/** Where map makes letters of bytes: on an array of bytes it gives bytes again, and a letter becomes 0. */
function lettersAsBytes({ source }: Evidence): Found | null {
  const [call] = within(makingOfToken(source, "refreshToken"), (node) => isCallOf(node, "map"))
    .concat(findInSource(source, (node) => isCallOf(node, "map")))
    .filter(({ file, node }) => {
      const receiver = receiverOf(node);
      const made = receiver && (declarationBehind(source, { file, node: receiver })?.node ?? receiver);
      const result = bare(child(list(node, "arguments")[0] ?? node, "body"));
      const isLetter =
        result?.type === "MemberExpression" ||
        /^(charAt|at|fromCharCode)$/.test(result ? (calledName(result) ?? "") : "");
      return isLetter && made !== null && BYTES.test(calledName(made) ?? "");
    });
  return call ?? null;
}

export const tokensTooShort: Mistake = {
  id: "tokens-too-short",
  find(evidence) {
    const tokens = tokensOf(evidence, "ada");
    if (!isAboutTokens(evidence) || tokens.length === 0 || repeatedBy(evidence)) return null;
    const bits = Math.floor(bitsThatVary(tokens));
    const letters = lettersAsBytes(evidence);
    if (letters) {
      return {
        title: "map on an array of bytes gives bytes",
        why: `Ada's logins gave ${examples(tokens)}: about ${bits} bits of that differ from login to login. This line wants a letter for each byte, but what map makes of an array of bytes is an array of bytes: a letter that is no digit becomes 0.`,
        fix: "Make an ordinary array of it first: Array.from(bytes, (byte) => …). Or use base64url, which needs no letters of your own.",
        place: placeOfFound(letters),
      };
    }
    return {
      title: "Refresh tokens are too short",
      why: `Ada's logins gave ${examples(tokens)}: about ${bits} bits of that differ from login to login. The fewer there are, the sooner somebody who tries tokens finds one that is in use; the chance has to be at most 1 in 2 to the power of 128 (RFC 6749 §10.10).`,
      fix: "Take at least 16 random bytes, better 32, and use all of them.",
      place: roundsOf(evidence) ?? placeOfMaking(evidence, isShortening),
    };
  },
};
