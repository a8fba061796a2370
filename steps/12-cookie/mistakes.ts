/** The mistakes of step 12. */

import type { Mistake } from "../../src/check/diagnosis/mistake.ts";
import { answersCacheable } from "./mistakes/answers-cacheable.ts";
import { cookieCrossSite, cookieInsecure, cookieReadable } from "./mistakes/flags.ts";
import { cookieEndsTooSoon } from "./mistakes/cookie-ends-too-soon.ts";
import { cookieMissing } from "./mistakes/cookie-missing.ts";
import { cookieNotCleared } from "./mistakes/cookie-not-cleared.ts";
import { cookieNotRead } from "./mistakes/cookie-not-read.ts";
import { cookieNotRotated } from "./mistakes/cookie-not-rotated.ts";
import { cookiePathMisses } from "./mistakes/cookie-path-misses.ts";
import { originOpen } from "./mistakes/origin-open.ts";
import { tokenInBodyToo } from "./mistakes/token-in-body-too.ts";

/** The cookie is not set, or does not come back. Then the first check fails, whatever it is about. */
export const cookieFirstMistakes: readonly Mistake[] = [
  cookieMissing,
  cookiePathMisses,
  cookieNotRotated,
  cookieNotRead,
];

/** Mistakes with a cookie that works. */
export const cookieMistakes: readonly Mistake[] = [
  tokenInBodyToo,
  cookieReadable,
  cookieInsecure,
  cookieCrossSite,
  cookieNotCleared,
  answersCacheable,
  originOpen,
];

/**
 * A wrong unit in the cookie's age, or in the token's.
 *
 * @param earlier the mistakes of the steps before
 */
export function expiryInWrongUnit(earlier: readonly Mistake[]): Mistake {
  const id = "expiry-in-wrong-unit";
  const known = earlier.find((mistake) => mistake.id === id);
  return { id, find: (evidence) => cookieEndsTooSoon(evidence) ?? known?.find(evidence) ?? null };
}
