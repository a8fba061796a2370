/** GET /me reads the access token from another place than "Authorization: Bearer …". */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, experimentOf, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace } from "../../../src/check/source/found.ts";
import { isGood } from "../../../src/course/sessions.ts";
import { ME_PLACES } from "../places.ts";
import { headersRead, isLetIn } from "./asking.ts";

export const bearerNotRead: Mistake = {
  id: "bearer-not-read",
  find(evidence) {
    const { exchange } = evidence;
    if (!isAbout(evidence, "me-answers", "me-answers-others") || isLetIn(exchange)) return null;
    const works = ME_PLACES.find(({ name }) => isGood(experimentOf(evidence, `me-by-${name}`)));
    if (!works) return null;
    return {
      title: "GET /me looks for the access token in another place",
      why: `The client sends the header Authorization with the word Bearer, a space and the token (RFC 6750 §2.1). Your app finds the token when it comes as ${works.words}.`,
      fix: "Read the header authorization, and take what stands behind the word Bearer and the space.",
      place: firstPlace(headersRead(evidence)[0]) ?? answeredAt(exchange),
    };
  },
};
