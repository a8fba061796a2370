/** The app needs the JSON body of a request, but has not read it. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { faultsOf } from "../../check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../check/judge/read-transcript.ts";
import { isGood } from "../sessions.ts";
import { unreadBody } from "../unread-body.ts";

export const missingJsonParser: Mistake = {
  id: "missing-json-parser",
  find(evidence) {
    const { exchange, failure, transcript } = evidence;
    // GET /me answers without a name: the login had no name either, because its body was not read.
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
