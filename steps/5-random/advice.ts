/** Advice about tokens that are hard to guess, but could be better. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../src/check/source/found.ts";
import { isCallOf, makingOfToken, within } from "../../src/check/source/making.ts";
import { tokensGiven } from "./given.ts";

/** A random UUID, RFC 9562 §5.4, with or without its dashes. */
const UUID = /^[\da-f]{8}-?[\da-f]{4}-?4[\da-f]{3}-?[89ab][\da-f]{3}-?[\da-f]{12}$/i;

/** The token is a random UUID and nothing else. */
export const uuidBits: Advice = {
  id: "uuid-bits",
  async find(transcript, readSource) {
    const tokens = tokensGiven(transcript, "login-ada-");
    if (tokens.length === 0 || !tokens.every((token) => UUID.test(token))) return null;
    const making = makingOfToken(await readSource(), "refreshToken");
    const [call] = within(making, (node) => isCallOf(node, "randomUUID", "v4", "uuidv4", "uuid"));
    return {
      title: "A random UUID has 122 random bits",
      why: "Nobody will guess it. The standard asks for a little more all the same: the chance of guessing a token must be at most 1 in 2 to the power of 128 (RFC 6749 §10.10), and six bits of a UUID are always the same.",
      fix: "randomBytes(32) from node:crypto, written as hex or base64url, has 256.",
      place: firstPlace(call) ?? answeredAt(exchangeOf(transcript, "login")),
    };
  },
};
