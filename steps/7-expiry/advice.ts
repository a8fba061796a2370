/** Advice about a store that keeps tokens forever. */

import type { Advice } from "../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../src/check/judge/read-transcript.ts";
import { firstPlace } from "../../src/check/source/handlers.ts";
import { storingsOf } from "../../src/course/mistakes/pattern.ts";

/** Tokens that have ended stay in the store. */
export const expiredKept: Advice = {
  id: "expired-kept",
  async find(transcript, readSource) {
    const kept = transcript.discoveries.find(({ kind }) => kind === "kept");
    if (kept?.kind !== "kept") return null;
    return {
      title: "The store keeps refresh tokens that have ended",
      why: `A month after ${kept.person}'s login the token is refused, and still lies in ${kept.where.split(/[[.(]/)[0] || "the store"}, after other people have logged in, too. A store that only ever grows is slow one day, and full the next.`,
      fix: "Throw out what has ended now and then: at each login, or with a timer.",
      place:
        firstPlace(storingsOf(await readSource(), "refresh")[0]) ??
        answeredAt(exchangeOf(transcript, "login")),
    };
  },
};
