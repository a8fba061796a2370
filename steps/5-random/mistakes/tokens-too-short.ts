/** The tokens are random, but there are too few possible ones. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { functionsAt } from "../../../src/check/source/at-place.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { isCallOf, makingOfToken, within } from "../../../src/check/source/making.ts";
import { child, list } from "../../../src/check/source/syntax.ts";
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

export const tokensTooShort: Mistake = {
  id: "tokens-too-short",
  find(evidence) {
    const tokens = tokensOf(evidence, "ada");
    if (!isAboutTokens(evidence) || tokens.length === 0 || repeatedBy(evidence)) return null;
    const bits = Math.floor(bitsThatVary(tokens));
    return {
      title: "Refresh tokens are too short",
      why: `Ada's logins gave ${examples(tokens)}: about ${bits} bits of that differ from login to login. The fewer there are, the sooner somebody who tries tokens finds one that is in use; the chance has to be at most 1 in 2 to the power of 128 (RFC 6749 §10.10).`,
      fix: "Take at least 16 random bytes, better 32, and use all of them.",
      place: roundsOf(evidence) ?? placeOfMaking(evidence, isShortening),
    };
  },
};
