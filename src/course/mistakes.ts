/** The mistakes of the pattern itself, for the steps of part two; the most specific first. */

import type { Mistake } from "../check/diagnosis/mistake.ts";
import { goodRefused } from "./mistakes/good-refused.ts";
import { filterInverted } from "./mistakes/filter-inverted.ts";
import { logoutClearsEverything } from "./mistakes/logout-clears-everything.ts";
import { logoutKeepsToken } from "./mistakes/logout-keeps-token.ts";
import { logoutReadsWrongPlace } from "./mistakes/logout-reads-wrong-place.ts";
import { logoutRemovesWrongToken } from "./mistakes/logout-removes-wrong-token.ts";
import { missingJsonParser } from "./mistakes/missing-json-parser.ts";
import { refusalWithWrongStatus } from "./mistakes/refusal-with-wrong-status.ts";
import { spliceMinusOne } from "./mistakes/splice-minus-one.ts";
import { spliceMissingCount } from "./mistakes/splice-missing-count.ts";
import { storeNotPushed } from "./mistakes/store-not-pushed.ts";
import { tokenAlwaysForbidden } from "./mistakes/token-always-forbidden.ts";
import { tokenConditionInverted } from "./mistakes/token-condition-inverted.ts";
import { tokenIgnoresStore } from "./mistakes/token-ignores-store.ts";
import { tokenReadsWrongPlace } from "./mistakes/token-reads-wrong-place.ts";
import { tokenSingleUse } from "./mistakes/token-single-use.ts";

/** Renewals that are refused, or should be. A step's own mistakes about renewals come before the last of these. */
export const renewalMistakes: readonly Mistake[] = [
  missingJsonParser,
  tokenReadsWrongPlace,
  tokenConditionInverted,
  storeNotPushed,
  tokenIgnoresStore,
  tokenSingleUse,
];

export const logoutMistakes: readonly Mistake[] = [
  logoutReadsWrongPlace,
  filterInverted,
  logoutClearsEverything,
  spliceMissingCount,
  spliceMinusOne,
  logoutRemovesWrongToken,
  logoutKeepsToken,
];

/** The last resort, where a step knows nothing more specific. */
export const lastMistakes: readonly Mistake[] = [tokenAlwaysForbidden, goodRefused, refusalWithWrongStatus];
