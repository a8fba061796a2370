/** Advice about a store that keeps tokens forever. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { findInSource, firstPlace } from "../../src/check/source/found.ts";
import type { Found } from "../../src/check/source/found.ts";
import type { Source } from "../../src/check/source/source.ts";
import { child, findAll, nameOf, receiverOf } from "../../src/check/source/syntax.ts";
import type { Place } from "../../src/check/transcript.ts";
import { stores, storingsOf } from "../../src/course/mistakes/pattern.ts";

/**
 * Where POST /login stores what a way leads to, by the names on the way; where its code shows no storing, as behind a
 * table of functions, where any code does.
 */
function placeOfStoring(source: Source, where: string): Place | null {
  const names: readonly string[] = where.match(/[A-Za-z_$][\w$]*/g) ?? [];
  const named = ({ node }: Found) => {
    const target = child(node, "left") ?? receiverOf(node);
    return target ? findAll(target, (one) => names.includes(nameOf(one) ?? "")).length : 0;
  };
  const own = storingsOf(source, "refresh");
  const storings = own.length > 0 ? own : findInSource(source, stores).filter(named);
  const [best] = storings.toSorted((a, b) => named(b) - named(a));
  return firstPlace(best);
}

/** Tokens that have ended stay in the store. */
export const expiredKept: Advice = {
  id: "expired-kept",
  async find(transcript, readSource) {
    const kept = transcript.discoveries.find(({ kind }) => kind === "kept");
    if (kept?.kind !== "kept") return null;
    return {
      title: "The store keeps refresh tokens that have ended",
      why: `A month after ${kept.person}'s login, her refresh token had long ended. Nobody had sent it again, other people had logged in, and what was kept of that login still lay in ${kept.where.split(/[[.(]/)[0] || "the store"}. Whoever never comes back leaves something there.`,
      fix: "Throw out what has ended now and then: at each login, or with a timer.",
      place: placeOfStoring(await readSource(), kept.where) ?? answeredAt(exchangeOf(transcript, "login")),
    };
  },
};
