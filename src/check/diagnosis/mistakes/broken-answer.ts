/** The program runs and took the request, but what came back is not an HTTP answer. */

import { parsed, requestLine } from "../../judge/read-transcript.ts";
import { findInSource } from "../../source/found.ts";
import { functionAt } from "../../source/handlers.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import { within } from "../../source/making.ts";
import type { Source } from "../../source/source.ts";
import { stringOf } from "../../source/syntax.ts";
import type { Node } from "../../source/syntax.ts";
import type { Exchange, Place } from "../../transcript.ts";
import type { Explanation, Mistake } from "../mistake.ts";
import { answeredAt, lastEntered } from "../read-evidence.ts";

const LENGTH = "content-length";

/** Where the program sets the header Content-Length: in the function that answered, else the only such place. */
function placeOfLength(source: Source, exchange: Exchange): Place | null {
  const setsLength = (node: Node) => stringOf(node)?.toLowerCase() === LENGTH;
  const at = answeredAt(exchange);
  const around = at && functionAt(source, at);
  return (around && onlyPlace(within([around], setsLength))) ?? onlyPlace(findInSource(source, setsLength));
}

/** The header says fewer bytes than the JSON text has, so its end is cut off; null where that is not so. */
function cutOff(source: Source, exchange: Exchange): Explanation | null {
  if (!exchange.response) return null;
  const { headers, body, truncated } = exchange.response;
  const bytes = Buffer.byteLength(body);
  const isCut = /^\s*[{[]/.test(body) && !/[}\]]\s*$/.test(body) && parsed(body) === undefined && !truncated;
  const place = isCut && Number(headers[LENGTH] ?? bytes) === bytes ? placeOfLength(source, exchange) : null;
  if (!place) return null;
  return {
    title: `The answer to ${requestLine(exchange.request)} is cut off`,
    why: `Its header Content-Length says ${bytes} bytes, and a client reads no further: what came ends in the middle of the JSON, and so it is none. This line sets the header.`,
    fix: "Take the length from the very text that you send, in bytes; or leave the header out, and let res.json set it.",
    place,
  };
}

export const brokenAnswer: Mistake = {
  id: "broken-answer",
  find({ transcript: { exchanges }, exchange, source }) {
    if (!exchange) return null;
    if (exchange.response) return cutOff(source, exchange);
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
    const tooLong = answeredAt(broken) && !gone ? placeOfLength(source, broken) : null;
    if (tooLong) {
      return {
        title: `The answer to ${requestLine(broken.request)} is shorter than it says`,
        why: `The program has ended its answer, but ${broken.error}. The header Content-Length, set here, tells a client how many bytes will come: when fewer come, it waits for the rest, and gets an error.`,
        fix: "Take the length from the very text that you send, in bytes; or leave the header out, and let res.json set it.",
        place: tooLong,
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
