/**
 * The last resort: no rule knows the cause. That is a defect of the tutor, and shows what was expected and received.
 */

import { requestLine } from "../judge/read-transcript.ts";
import type { Mistake } from "./mistake.ts";
import { answeredAt } from "./read-evidence.ts";

export const unexplained: Mistake = {
  id: "unexplained",
  find({ failure: { check, finding }, exchange }) {
    const [expected, received] =
      finding.status === "failed" ? [finding.expected, finding.received] : ["", ""];
    const request = exchange ? `${requestLine(exchange.request)}: ` : "";
    return {
      title: `${check.title}: not yet`,
      why: `${request}expected ${expected}, received ${received}. The tutor does not know a mistake that looks like this.`,
      fix: "Compare expected and received, and look at what your handler does with this request.",
      place: answeredAt(exchange),
    };
  },
};
