/** Advice about a program that detects reuse. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../src/check/source/found.ts";
import type { Source } from "../../src/check/source/source.ts";
import type { Exchange, Place } from "../../src/check/transcript.ts";
import { endingOfPerson } from "../../src/course/before-refusal.ts";
import { isGood, isRefused } from "../../src/course/sessions.ts";

/** The line that ends all logins of a person; where the source does not show it, the one that refused. */
function lineThatEndsAll(source: Source, reused: Exchange | null): Place | null {
  return firstPlace(endingOfPerson(source, "/token", reused)) ?? answeredAt(reused);
}

/** A stolen token of one login ends the person's other logins, too. */
export const reuseEndsAllLogins: Advice = {
  id: "reuse-ends-all-logins",
  async find({ afterthoughts }, readSource) {
    const of = (label: string) => afterthoughts.find((exchange) => exchange.label === label) ?? null;
    const [before, reused, after] = [
      of("other-login-before-reuse"),
      of("reused-of-two"),
      of("other-login-after-reuse"),
    ];
    if (!isGood(before) || !isRefused(reused) || !isRefused(after)) return null;
    const place = lineThatEndsAll(await readSource(), reused);
    return {
      title: "A stolen token ends all logins of its owner",
      why: "ada logged in on two devices. An old token of the one came back, and her other device was logged out as well. That is safe, and some do it on purpose: who stole one token may have more. It also means that one lost token interrupts ada everywhere.",
      fix: "Decide which you want. To end only the login that was stolen from, give each login an id and end what has that id.",
      place,
    };
  },
};
