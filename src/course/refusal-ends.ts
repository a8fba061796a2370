/** Whether a refused renewal has ended another person's login, and the line that did it. */

import type { Evidence } from "../check/diagnosis/mistake.ts";
import { exchangeOf } from "../check/judge/read-transcript.ts";
import { placeOfFound } from "../check/source/found.ts";
import { calledName, child, list } from "../check/source/syntax.ts";
import type { Place } from "../check/transcript.ts";
import { endingsBefore, refusedAt } from "./before-refusal.ts";
import { answerPlace, inRenewal } from "./renewal-code.ts";
import { removalsOf } from "./token-code.ts";
import { wasTurnedAway, wentWell } from "./turned-away.ts";

/** Whether the refused renewals ended Grace's login: hers would be good if nothing else had been sent. */
export function refusalEndsLogin(evidence: Evidence): boolean {
  return wentWell(evidence, "rotation-1") && wasTurnedAway(evidence, "renew-after-refusals");
}

/**
 * The line that ended something before an unknown token was refused; else the first line of POST /token that removes
 * something from the store, or assigns another list in its place.
 */
export function lineThatEnds(evidence: Evidence): Place | null {
  // list.at(list.findIndex(…)): where nothing is found, at(-1) is the last one.
  const [lastForNone] = inRenewal(
    evidence,
    (node) =>
      calledName(node) === "at" &&
      list(node, "arguments").some((one) =>
        /^(findIndex|findLastIndex|indexOf|lastIndexOf)$/.test(calledName(one) ?? ""),
      ),
  );
  const refusal = refusedAt(exchangeOf(evidence.transcript, "refused-unknown"));
  const [ending] = endingsBefore(evidence.source, refusal);
  const [removal] = removalsOf(evidence.source, "/token");
  const [assignment] = inRenewal(
    evidence,
    (node) => node.type === "AssignmentExpression" && child(node, "left")?.type === "MemberExpression",
  );
  const found = lastForNone ?? ending ?? removal ?? assignment;
  return found ? placeOfFound(found) : answerPlace(evidence, "refused-unknown");
}
