/** The body of the answer is not JSON, or its content type does not say that it is. */

import { isSuccess, jsonOf, parsed, requestLine } from "../../judge/read-transcript.ts";
import { findInSource } from "../../source/found.ts";
import { onlyPlace } from "../../source/landmarks.ts";
import type { Source } from "../../source/source.ts";
import { child, list, nameOf, stringOf } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";
import { turnedAway } from "./turned-away.ts";

const TYPE_SETTERS = ["type", "contentType", "set", "header", "setHeader", "writeHead", "append"];

/** The only place where the source sets a content type like this one; null where there is none, or several. */
function placeOfType(source: Source, type: string): Place | null {
  const bare = type.split(";")[0]?.trim() ?? type;
  return onlyPlace(
    findInSource(source, (node, ancestors) => {
      const text = stringOf(node)?.split(";")[0]?.trim().replace(/^\./, "");
      if (!text || (text !== bare && text !== bare.split("/")[1])) return false;
      return ancestors.some(
        (one) =>
          one.type === "CallExpression" &&
          TYPE_SETTERS.includes(nameOf(child(one, "callee")) ?? "") &&
          list(one, "arguments").some((argument) => argument === node || ancestors.includes(argument)),
      );
    }),
  );
}

export const responseNotJson: Mistake = {
  id: "response-not-json",
  find(evidence) {
    const { exchange, failure, source } = evidence;
    const response = exchange?.response;
    const expects = failure.check.expects;
    if (!response || !exchange || expects?.status !== "success" || Object.keys(expects.fields).length === 0)
      return null;
    if (!isSuccess(response) || jsonOf(response) !== undefined) return null;
    const refusal = turnedAway(evidence);
    if (refusal) return refusal;
    const type = response.headers["content-type"];
    const looksRight = parsed(response.body) !== undefined;
    return {
      title: `The answer to ${requestLine(exchange.request)} is not JSON`,
      why: looksRight
        ? `The text is JSON, but the answer calls itself ${type ?? "nothing at all"}. A client goes by the content type.`
        : `The answer ${response.body === "" ? "has no body" : `is ${type ?? "a text without a content type"}`}, and a client that expects JSON cannot read it.`,
      fix: "Send an object with res.json: it writes the JSON and sets the content type.",
      place: (type && !/json/.test(type) ? placeOfType(source, type) : null) ?? answeredAt(exchange),
    };
  },
};
