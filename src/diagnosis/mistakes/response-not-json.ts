import { isSuccess, jsonOf, parsed } from "../../judge/reading.ts";
import { answeredAt, requestLine } from "../reading.ts";
import type { Mistake } from "../mistake.ts";

/** The body is no JSON, or does not say that it is. */
export const responseNotJson: Mistake = {
  id: "response-not-json",
  find({ exchange, failure }) {
    const response = exchange?.response;
    const expects = failure.check.expects;
    if (!response || !exchange || expects?.status !== "success" || Object.keys(expects.fields).length === 0)
      return null;
    if (!isSuccess(response) || jsonOf(response) !== undefined) return null;
    const type = response.headers["content-type"];
    const looksRight = parsed(response.body) !== undefined;
    return {
      title: `The answer to ${requestLine(exchange.request)} is not JSON`,
      why: looksRight
        ? `The text is JSON, but the answer calls itself ${type ?? "nothing at all"}. A client goes by the content type.`
        : `The answer ${response.body === "" ? "has no body" : `is ${type ?? "a text without a content type"}`}, and a client that expects JSON cannot read it.`,
      fix: "Send an object with res.json: it writes the JSON and sets the content type.",
      place: answeredAt(exchange),
    };
  },
};
