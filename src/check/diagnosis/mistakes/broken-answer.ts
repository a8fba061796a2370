/** The program runs and took the request, but what came back is not an HTTP answer. */

import { requestLine } from "../../judge/read-transcript.ts";
import { findInSource } from "../../source/handlers.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import { stringOf } from "../../source/syntax.ts";
import type { Mistake } from "../mistake.ts";
import { lastEntered } from "../read-evidence.ts";

export const brokenAnswer: Mistake = {
  id: "broken-answer",
  find({ transcript: { exchanges }, exchange, source }) {
    if (!exchange || exchange.response) return null;
    const broken = exchanges.find(({ response }) => response === null);
    if (!broken || broken.hang || broken.ended || broken.error === null) return null;
    const gone = broken.error === "nothing listens any more";
    if (/Content-Encoding/.test(broken.error)) {
      const header = findInSource(source, (node) => stringOf(node)?.toLowerCase() === "content-encoding");
      return {
        title: `${requestLine(broken.request)} gets an answer that cannot be read`,
        why: `It came back, but ${broken.error}. The header tells a client how to unpack the body; a body that was never packed so cannot be unpacked, and the client gets an error.`,
        fix: "Leave the header out: res.json sends the body as it is. To make answers smaller, a middleware such as compression packs the body and sets the header itself.",
        place: onlyPlace(header) ?? lastEntered(broken)?.place ?? null,
      };
    }
    return {
      title: gone ? "The server is closed" : `${requestLine(broken.request)} gets no proper answer`,
      why: gone
        ? `At ${requestLine(broken.request)} nothing was listening, although the program was still running.`
        : `The request reached the program, but ${broken.error}.`,
      fix: gone
        ? "Let the server listen for as long as the program runs; look for a call of close."
        : "Answer with res.json or res.status(…).json, and leave the connection itself to Express.",
      place: lastEntered(broken)?.place ?? null,
    };
  },
};
