/** The program limits how many requests it takes (RFC 6585 §4), and a check sends more. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";

export const rateLimited: Mistake = {
  id: "rate-limited",
  find({ exchange, transcript }) {
    if (exchange?.response?.status !== 429) return null;
    return {
      title: `${requestLine(exchange.request)} answers 429: too many requests`,
      why: `Your program limits how often it may be asked. This check asked it ${transcript.exchanges.length} times, all within moments and from one address, and here the limit is reached.`,
      fix: "Allow 1,000 requests a minute, or add the limit once the course is done.",
      place: answeredAt(exchange),
    };
  },
};
