/**
 * Several renewals with one token at once: each of them asks the store before the first has written, so all see a good
 * token.
 */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { functionAt } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import type { Exchange, Place } from "../../../src/check/transcript.ts";
import { answerPlace, waitsOf } from "../../../src/course/renewal-code.ts";
import { lookupsOf } from "../../../src/course/token-code.ts";
import { isGood } from "../../../src/course/sessions.ts";

/** The wait between the question and the write; where no question is seen before a wait, the first wait. */
function placeOfWait(evidence: Evidence): Place | null {
  const { source } = evidence;
  const waits = waitsOf(evidence);
  const asked = lookupsOf(source, "/token");
  const functionOf = (found: Found) => functionAt(source, placeOfFound(found))?.node;
  const between = waits.find((wait) =>
    asked.some(({ file, node }) => {
      const isBefore = file === wait.file && node.end <= wait.node.start;
      return isBefore && functionOf({ file, node }) === functionOf(wait);
    }),
  );
  const wait = between ?? waits[0];
  return wait ? placeOfFound(wait) : null;
}

/** The turn that shows it: the answers that gave tokens, and the tries of those tokens that still renewed. */
function turnOf({ transcript, failure }: Evidence): { got: Exchange[]; living: Exchange[] } | null {
  const label = failure.finding.status === "failed" ? (failure.finding.exchange ?? "") : "";
  const turn = /^after-race-(\d+)-/.exec(label)?.[1];
  if (turn === undefined) return null;
  const named = (begin: string) =>
    transcript.exchanges.filter((one) => one.label.startsWith(begin) && isGood(one));
  return { got: named(`race-${turn}-`), living: named(`after-race-${turn}-`) };
}

export const raceTwoLive: Mistake = {
  id: "race-two-live",
  find(evidence) {
    const turn = isAbout(evidence, "race-one-lives") ? turnOf(evidence) : null;
    if (!turn || turn.living.length < 2) return null;
    return {
      title: "Two renewals in one moment, and both live on",
      why: `ada logged in, and her token was sent ten times in one moment, as by her and by mallory. ${turn.got.length} of the ten got tokens, and more than one of those still works: each request asked whether the token is good, then waited, and wrote only after that. While one waits, the others ask, and the token is still good.`,
      fix: "Ask and write without a wait between them: take the token out first and go on only if it was there, or let the store do both in one step (UPDATE … WHERE used = false). Do what takes time before or after.",
      place: placeOfWait(evidence) ?? answerPlace(evidence, turn.got[0]?.label ?? ""),
    };
  },
};
