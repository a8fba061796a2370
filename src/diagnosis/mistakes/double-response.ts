import { answeredAt, faultsOf, requestLine } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

/** Answered twice, even where the client saw the right answer. */
export const doubleResponse: Mistake = {
  id: "double-response",
  find({ transcript, exchange }) {
    const twice = [exchange, ...transcript.exchanges].find((one) =>
      one?.events.some(({ kind }) => kind === "answered-again"),
    );
    if (!twice) return null;
    const again = twice.events.find((event) => event.kind === "answered-again");
    const first = answeredAt(twice);
    const place = again?.kind === "answered-again" ? again.place : null;
    const fault = faultsOf(twice).find(({ code }) => code === "ERR_HTTP_HEADERS_SENT");
    const at = first ? `, first at line ${first.line}` : "";
    return {
      title: `${requestLine(twice.request)} is answered twice`,
      why: `The handler answers${at}, and then goes on and answers once more. Sending an answer does not end a function: what stands after it still runs.${fault ? ` Node says: ${fault.message}.` : ""}`,
      fix: "Put return in front of the first answer, or the second one into an else.",
      place: place ?? fault?.place ?? first,
    };
  },
};
