/** The program reads what is in the token, but does not check that it is true. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { promiseAskedAsTruth } from "../../../src/check/source/promises.ts";
import { callsForMe, firstLetIn, functionsOfMe } from "./asking.ts";

export const meDecodesOnly: Mistake = {
  id: "me-decodes-only",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "access-unforgeable")) return null;
    const jwt = firstLetIn(transcript, ["forged-payload"]);
    const opaque = firstLetIn(transcript, [
      "forged-inside",
      "forged-named",
      "forged-changed-1",
      "forged-changed-2",
      "forged-changed-3",
    ]);
    const letIn = jwt ?? opaque;
    if (!letIn) return null;
    const promise = promiseAskedAsTruth(source, functionsOfMe(source));
    if (promise) {
      return {
        title: "A promise is taken for the answer",
        why: "Mallory changed what stands in alan's access token, and was let in. The function called here is async: it gives a promise, and a promise counts as true, whatever will come of it. So nobody waits to hear whether the token is genuine.",
        fix: "Put await in front of the call, in a function that is async.",
        place: placeOfFound(promise),
      };
    }
    const [decode] = callsForMe(evidence, "decode", "decodeJwt", "jwtDecode", "jwt_decode");
    const [parse] = callsForMe(evidence, "parse", "atob");
    const changed = letIn.label.startsWith("forged-changed");
    return {
      title: changed ? "A changed access token is accepted" : "GET /me reads the token without verifying it",
      why: jwt
        ? "Mallory took alan's access token, put grace's claims into it, left the signature as it was, and was let in as grace. Everybody can read and write the middle part of a JWT; only the signature proves who wrote it."
        : changed
          ? "Mallory changed one character of alan's access token, and it was accepted: what is compared is less than the whole token."
          : "Mallory put grace's name into alan's access token, and was let in as grace. What stands in a token proves nothing unless a signature or a store does.",
      fix: changed
        ? "Compare the whole token."
        : "Verify the token's signature with your key, and use only what verifying gives back.",
      place: firstPlace(decode, parse) ?? answeredAt(letIn),
    };
  },
};
