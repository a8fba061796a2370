/** The store or a file holds a refresh token as it is. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { burgledIn, placeOfFind, whereInWords } from "../burgled.ts";

export const tokenStoredPlain: Mistake = {
  id: "token-stored-plain",
  find(evidence) {
    const found = burgledIn(evidence.transcript);
    if (!isAbout(evidence, "store-opens-nothing") || !found) return null;
    if (found.form !== "plain" && found.form !== "two fields") return null;
    const parts = found.form === "two fields" ? " in two parts" : "";
    return {
      title: "A copy of the store holds tokens that work",
      why: `${found.person} logged in; then mallory got a copy of what the program remembers and of its files. ${whereInWords(found)} lay ${found.person}'s refresh token${parts}, as it is: whoever reads it there can send it.`,
      fix: "Keep only a hash of the token (SHA-256), and hash what comes in before you look for it. What only helps to find mistakes, as a log, must not hold the token either.",
      place: placeOfFind(evidence.source, found),
    };
  },
};
