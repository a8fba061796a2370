/** The request has a JSON body, but the handler finds none: express.json() is missing, too late, or replaced. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { unreadBody } from "../../../src/course/unread-body.ts";
import { accepted } from "./renewals.ts";

export const missingJsonParser: Mistake = {
  id: "missing-json-parser",
  find(evidence) {
    const { transcript, exchange, failure } = evidence;
    // Any check of /token or /logout may fail because the body was not read.
    const about = /^(token|logout)-/.test(failure.check.id) ? exchange : null;
    const known = exchangeOf(transcript, "token-known");
    const logout = failure.check.id.startsWith("logout-") ? exchangeOf(transcript, "logout") : null;
    const looked = logout ?? (about?.request.body ? about : known);
    if (!about || !looked || (!logout && accepted(looked))) return null;
    return unreadBody(evidence, looked);
  },
};
