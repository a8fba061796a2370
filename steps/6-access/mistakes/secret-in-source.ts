/** The key is in the source. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { foundKey, masked, placeOfKey } from "./found-key.ts";

export const secretInSource: Mistake = {
  id: "secret-in-source",
  find(evidence) {
    const key = foundKey(evidence);
    if (!key) return null;
    const place = placeOfKey(evidence, key);
    const isPrivate = key.key.includes("PRIVATE KEY");
    return {
      title: "The key stands in the source",
      why: `Mallory is in as grace: your key ${isPrivate ? "is the private key" : `is the text "${masked(key.key)}"`}${place ? ` on line ${place.line}` : ""}. Whoever has ever seen the code has it: a colleague, a backup, a repository that is public for one evening. And it cannot be changed without a new release.`,
      fix: "Take the key from an environment variable, and make a new one: what was in a file once is known.",
      place,
    };
  },
};
