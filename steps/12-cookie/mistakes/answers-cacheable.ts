/** A cache may keep answers that hold tokens. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { requestLine } from "../../../src/check/judge/read-transcript.ts";
import { placeOfLiteral } from "../../../src/check/source/landmarks.ts";

export const answersCacheable: Mistake = {
  id: "answers-cacheable",
  find({ failure, exchange, source }) {
    if (failure.check.id !== "answers-not-stored" || !exchange?.response) return null;
    const said = exchange.response.headers["cache-control"];
    return {
      title: "A cache may keep the answer that holds a token",
      why: said
        ? `The answer to ${requestLine(exchange.request)} says Cache-Control: ${said}. That does not forbid to keep it: only no-store does, and RFC 6749 §5.1 asks for it with every answer that holds a token.`
        : `The answer to ${requestLine(exchange.request)} says nothing of caches, so a browser or something between may keep it, with the token in it. RFC 6749 §5.1 asks for Cache-Control: no-store.`,
      fix: "Send Cache-Control: no-store with the answers of both /login and /token.",
      place: (said ? placeOfLiteral(source, said) : null) ?? answeredAt(exchange),
    };
  },
};
