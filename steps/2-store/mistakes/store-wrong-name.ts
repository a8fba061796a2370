/** Login adds the token to an outer array with another name. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { lineInWords } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, isCallOf, within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import { declarationsOf } from "../../../src/check/source/variables.ts";

/** The line of the login that puts something into a store of this name: the call of push, or what it gives the store. */
function filledIn(source: Source, name: string): Found | null {
  const [found] = within(functionsOf(source, "POST", "/login"), (node) => {
    const filled = isCallOf(node, "push", "unshift") ? receiverOf(node) : child(node, "left");
    return filled !== null && nameOf(filled) === name;
  });
  return found ?? null;
}

export const storeWrongName: Mistake = {
  id: "store-wrong-name",
  find({ transcript, failure, source }) {
    if (!failure.check.id.startsWith("store-")) return null;
    const holders = exchangeOf(transcript, "login")?.holders ?? [];
    const holder = holders.find(({ type, tokens }) => type === "array" && tokens.includes("refresh123"));
    if (!holder) return null;
    const [declaration] = declarationsOf(source, holder.name);
    const filled = filledIn(source, holder.name);
    const [wanted] = declarationsOf(source, "refreshTokens").filter(({ local }) => !local);
    if (wanted && filled) {
      const where = lineInWords(placeOfFound(wanted), placeOfFound(filled));
      return {
        title: `Login puts the token into ${holder.name}, and refreshTokens stays empty`,
        why: `refreshTokens is declared at ${where}, and "refresh123" goes into another array here, which is called ${holder.name}. The course, and this check, look into refreshTokens.`,
        fix: `Use refreshTokens here, and wherever the program asks ${holder.name} for a token.`,
        place: placeOfFound(filled),
      };
    }
    return {
      title: `The array is called ${holder.name} instead of refreshTokens`,
      why: `Login puts "refresh123" into ${holder.name}, and that works. The course, and this check, look for the name refreshTokens, capitals included.`,
      fix: "Rename it everywhere to refreshTokens.",
      place: firstPlace(declaration, filled),
    };
  },
};
