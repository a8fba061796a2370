import { isRecord, isSuccess, parsed } from "../../judge/reading.ts";
import { placeOfLiteral } from "../../source/landmarks.ts";
import { answeredAt, requestLine } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

function meant(status: number): string {
  if (status === 204) return "204 says: done, and there is nothing to tell";
  if (status === 403) return "403 says: understood, and refused";
  return "a 2xx status says that it worked";
}

/** The answer came with another status than it should. */
export const wrongStatus: Mistake = {
  id: "wrong-status",
  find({ exchange, failure, source }) {
    const expects = failure.check.expects;
    const response = exchange?.response;
    if (!expects || !exchange || !response) return null;
    const right = expects.status === "success" ? isSuccess(response) : response.status === expects.status;
    if (right) return null;
    const wanted = expects.status === "success" ? 200 : expects.status;
    const json = parsed(response.body);
    const hasFields =
      isRecord(json) && Object.entries(expects.fields).every(([name, value]) => json[name] === value);
    const answered = answeredAt(exchange);
    // 200 is what an answer gets that names no status, so a 200 in the source says nothing.
    const named = answered && response.status !== 200 ? placeOfLiteral(source, response.status) : null;
    // Express 5 takes a lone number for the body (https://expressjs.com/en/guide/migrating-5.html).
    const number = response.body === String(wanted);
    return {
      title: `${requestLine(exchange.request)} answers ${response.status} instead of ${expects.status === "success" ? "2xx" : wanted}`,
      why: number
        ? `The body is the text ${wanted}: in Express 5, res.send(${wanted}) sends the number as the body, with status 200.`
        : `${hasFields ? "The body is right, the status is not. " : ""}A client looks at the status first: ${meant(wanted)}.`,
      fix: number
        ? "Use res.sendStatus, or res.status and then end."
        : `Set the status before the answer is sent, with res.status(${wanted}).`,
      place: named ?? answered,
    };
  },
};
