/** Advice: a request without a body hangs, gets a 500, or ends the program. */

import { requestLine } from "../../judge/read-transcript.ts";
import type { Advice } from "../mistake.ts";
import { answeredAt, faultsOf, lastEntered } from "../read-evidence.ts";

/** An app whose other answers take longer than this, in ms, may only be slow. */
const QUICK = 200;

/** A request without a body gets no answer at all. */
export const emptyBodyHangs: Advice = {
  id: "empty-body-hangs",
  find({ exchanges, afterthoughts }) {
    // An answer that a busy machine brought too late is still an answer.
    const exchange = afterthoughts.find(
      ({ request, hang, events }) =>
        request.body === null && hang === "waiting" && !events.some(({ kind }) => kind === "answered"),
    );
    if (!exchange || exchanges.some(({ ms }) => ms > QUICK)) return null;
    return {
      title: `${requestLine(exchange.request)} without a body gets no answer`,
      why: "Express never answers by itself: the client waits until it gives up, and does not learn what was wrong with its request.",
      fix: "Let the handler answer on every path, also where there is no req.body.",
      place: lastEntered(exchange)?.place ?? null,
    };
  },
};

/** A request without a body gets a 500, or ends the program. */
export const emptyBodyCrash: Advice = {
  id: "empty-body-crash",
  find({ afterthoughts }) {
    const exchange = afterthoughts.find(
      ({ request, response, ended }) =>
        request.body === null && (ended || (response !== null && response.status >= 500)),
    );
    if (!exchange) return null;
    const [fault] = faultsOf(exchange);
    return {
      title: `${requestLine(exchange.request)} without a body ${exchange.ended ? "ends the program" : "gets a 500"}`,
      why: "Where no body is sent, req.body is undefined in Express 5; in Express 4, express.json() makes an empty object of it. Whoever reads a member of undefined throws, and the client learns that your server has a fault where its own request had one.",
      fix: "Read it with ?. or with a default: then whoever sends nothing is answered like one who sends the wrong thing.",
      place: fault?.place ?? answeredAt(exchange) ?? lastEntered(exchange)?.place ?? null,
    };
  },
};
