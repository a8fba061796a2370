/** Login adds the token to an outer array with another name. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

export const storeWrongName: Mistake = {
  id: "store-wrong-name",
  find({ transcript, failure, source }) {
    if (!failure.check.id.startsWith("store-")) return null;
    const holders = exchangeOf(transcript, "login")?.holders ?? [];
    const holder = holders.find(({ type, tokens }) => type === "array" && tokens.includes("refresh123"));
    if (!holder) return null;
    const [declaration] = declarationsOf(source, holder.name);
    return {
      title: `The array is called ${holder.name} instead of refreshTokens`,
      why: `Login puts "refresh123" into ${holder.name}, and that works. The course, and this check, look for the name refreshTokens, capitals included.`,
      fix: "Rename it everywhere to refreshTokens.",
      place: declaration ? placeOfFound(declaration) : null,
    };
  },
};
