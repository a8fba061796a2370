/** A refusal whose words say no, while its status says something else. */

import type { Mistake } from "../../check/diagnosis/mistake.ts";
import { answeredAt } from "../../check/diagnosis/read-evidence.ts";
import { isSuccess, jsonOf, requestLine } from "../../check/judge/read-transcript.ts";
import { isRecord } from "../../base/shape.ts";
import { isOwnAnswer } from "./pattern.ts";

export const refusalWithWrongStatus: Mistake = {
  id: "wrong-status",
  find(evidence) {
    const { exchange, failure } = evidence;
    if (failure.check.expects || failure.finding.status !== "failed") return null;
    if (!/^40[013]|^401 or/.test(failure.finding.expected) || !isOwnAnswer(evidence, exchange)) return null;
    const { response } = exchange;
    const place = answeredAt(exchange);
    if (!response || !place || response.status >= 500) return null;
    const json = jsonOf(response);
    const says = isRecord(json) ? Object.keys(json) : [];
    const saysNo =
      says.some((name) => /^(error|errors|message|msg|reason)$/i.test(name)) ||
      (says.length === 0 && /forbidden|unauthori[sz]ed|invalid|denied|expired|unknown/i.test(response.body));
    if (isSuccess(response) && (!saysNo || says.some((name) => /token|username/i.test(name)))) return null;
    return {
      title: `${requestLine(exchange.request)} refuses with the status ${response.status}`,
      why: `The request is turned away as it should be, but a client looks at the status first, and ${isSuccess(response) ? "a 2xx status says that it worked" : `${response.status} says something else`}. ${failure.finding.expected} is a refusal.`,
      fix: "Set the status of the refusal before you send its body.",
      place,
    };
  },
};
