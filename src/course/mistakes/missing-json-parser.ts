/** Nobody has read the JSON body where the app needs it. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { faultsOf } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { isGood } from "../sessions.ts";
import { unreadBody } from "../unread-body.ts";

export const missingJsonParser: Mistake = {
  id: "missing-json-parser",
  find(evidence) {
    const { exchange, failure, transcript } = evidence;
    // Who is named by nobody has logged in without a name that was read.
    if (exchange?.request.path === "/me" && failure.check.id === "me-answers" && isGood(exchange)) {
      const before = transcript.exchanges.slice(0, transcript.exchanges.indexOf(exchange));
      const login = before.findLast(
        ({ actor, request }) => actor === exchange.actor && request.path === "/login",
      );
      return login ? unreadBody(evidence, login) : null;
    }
    if (!exchange || exchange.request.body === null) return null;
    const isLogout = failure.check.id.startsWith("logout-");
    const looked = isLogout ? (exchangeOf(transcript, "logout") ?? exchange) : exchange;
    if (!isLogout && isGood(looked) && faultsOf(looked).length === 0) return null;
    return unreadBody(evidence, looked);
  },
};
