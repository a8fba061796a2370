/** The key is one of the most used ones, or empty. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { secretsRead } from "../../../src/check/source/environment.ts";
import { SECRET_NAMES } from "../../../src/check/runner/secrets.ts";
import { foundKey, isCommon, isUnset, masked, placeOfKey } from "./found-key.ts";

export const weakSecret: Mistake = {
  id: "weak-secret",
  find(evidence) {
    const key = foundKey(evidence);
    if (!key || !isCommon(key.key)) return null;
    const unset = secretsRead(evidence.source).find(({ name }) => !SECRET_NAMES.some((set) => set === name));
    const nothing = isUnset(key.key);
    return {
      title: nothing
        ? "Access tokens are signed with an empty key"
        : "The key is one that everybody tries first",
      why: nothing
        ? `Mallory signed a token in grace's name with ${key.key === "" ? "the empty text" : `the word "${key.key}"`}, and was let in as grace.${unset ? ` The variable ${unset.name} is not set; a check sets ${SECRET_NAMES.join(", ")}.` : " That is what a variable gives that is not set."}`
        : `Mallory logged in, tried a few hundred common words on the signature of the token, and one fitted: "${masked(key.key)}", ${key.key.length} letters. With it she signed a token in grace's name, and was let in. Nobody sees her trying: it takes one token and no request.`,
      fix: "Sign with at least 32 random bytes (RFC 8725 §3.5), which come from the environment and stand in no file that you share.",
      place: placeOfKey(evidence, key),
    };
  },
};
