/** The program limits how many requests it takes (RFC 6585 §4), and a check sends more. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";

export const rateLimited: Mistake = {
  id: "rate-limited",
  find({ exchange }) {
    if (exchange?.response?.status !== 429) return null;
    return {
      title: `${requestLine(exchange.request)} answers 429: too many requests`,
      why: "Your program limits how often it may be asked. A check asks some 25 times within a second, all from one address, and here the limit is reached.",
      fix: "Allow 100 requests a minute or more, or add the limit once the course is done.",
      place: answeredAt(exchange),
    };
  },
};
