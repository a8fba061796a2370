/** The store or a file holds a refresh token as it is. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { list } from "../../../src/check/source/syntax.ts";
import { hashTest, lookupsOf } from "../../../src/course/token-code.ts";
import { wasTurnedAway } from "../../../src/course/turned-away.ts";
import { burgledIn, placeOfFind, whereInWords } from "../burgled.ts";

/** Whether every known token is refused, and POST /token looks for hashes. */
function isHashedInVain(evidence: Evidence): boolean {
  const isRenewal = isAbout(evidence, "token-renews", "token-renews-others");
  // A cookie that is not read is refused as well.
  const isSent = exchangeOf(evidence.transcript, "renew")?.request.body !== "{}";
  if (!isRenewal || !isSent || !wasTurnedAway(evidence, "renew")) return false;
  const isHash = hashTest(evidence.source);
  return lookupsOf(evidence.source, "/token").some(({ node }) => list(node, "arguments").some(isHash));
}

export const tokenStoredPlain: Mistake = {
  id: "token-stored-plain",
  find(evidence) {
    const found = burgledIn(evidence.transcript);
    if (!found || (found.form !== "plain" && found.form !== "two fields")) return null;
    if (found.form === "plain" && isHashedInVain(evidence)) {
      return {
        title: "The lookup looks for a hash, and the store holds the token itself",
        why: `ada logged in, and sent the token to renew: it is hashed and looked for, but ${whereInWords(found).replace("In ", "in ").replace(/,$/, "")} lay the token as it is, and no hash is equal to it. So every token is refused.`,
        fix: "Keep the hash of the token, made by the same function, wherever a token goes into the store.",
        place: placeOfFind(evidence.source, found),
      };
    }
    if (!isAbout(evidence, "store-opens-nothing")) return null;
    const parts = found.form === "two fields" ? " in two parts" : "";
    return {
      title: "A copy of the store holds tokens that work",
      why: `${found.person} logged in; then mallory got a copy of what the program remembers and of its files. ${whereInWords(found)} lay ${found.person}'s refresh token${parts}, as it is: whoever reads it there can send it.`,
      fix: "Keep only a hash of the token (SHA-256), and hash what comes in before you look for it. What only helps to find mistakes, as a log, must not hold the token either.",
      place: placeOfFind(evidence.source, found),
    };
  },
};
