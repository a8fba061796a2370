/** A refusal has the right status, but another body. */

import { isRecord } from "../../../base/shape.ts";
import { inShort } from "../../judge/error-page.ts";
import { parsed, shown } from "../../judge/read-transcript.ts";
import { findInSource, firstPlace, placeOfFound } from "../../source/found.ts";
import type { Found } from "../../source/found.ts";
import { placeOfLiteral } from "../../source/landmarks.ts";
import type { Source } from "../../source/source.ts";
import { child, isFunction, list, nameOf } from "../../source/syntax.ts";
import type { Mistake } from "../mistake.ts";
import { answeredAt, faultsOf } from "../read-evidence.ts";

/** What a class says itself is to be sent of its objects: the toJSON that gives an object with these members. */
function writtenByClass(source: Source, keys: readonly string[]): Found | null {
  const [result] = findInSource(source, (node, ancestors) => {
    const method = ancestors.findLast(({ type }) => type === "MethodDefinition");
    const isOwn = method !== undefined && nameOf(child(method, "key")) === "toJSON";
    const members = list(node, "properties").map((one) => nameOf(child(one, "key")));
    return isOwn && node.type === "ObjectExpression" && members.join() === keys.join();
  });
  return result ?? null;
}

/** A function that looks like an error handler and lacks a parameter. */
function handlerOfThree(source: Source): Found | null {
  const [found] = findInSource(source, (node) => {
    const params = isFunction(node) ? list(node, "params").map(nameOf) : [];
    return (
      params.length === 3 &&
      /^_?(e|err|error|ex|exception)$/i.test(params[0] ?? "") &&
      /^_?(req|request)$/.test(params[1] ?? "")
    );
  });
  return found ?? null;
}

export const wrongErrorBody: Mistake = {
  id: "wrong-error-body",
  find({ exchange, failure, source }) {
    const expects = failure.check.expects;
    const response = exchange?.response;
    if (!exchange || !response || typeof expects?.status !== "number" || expects.status < 400) return null;
    if (response.status !== expects.status || failure.finding.status !== "failed") return null;
    const handler = isRecord(parsed(response.body)) || answeredAt(exchange) ? null : handlerOfThree(source);
    if (handler) {
      return {
        title: "An error handler with three parameters is an ordinary middleware",
        why: `Express tells an error handler by its four parameters. This one has three, so no error ever comes to it: Express itself answered ${response.status}, with a page of its own, where the client expects ${JSON.stringify(expects.fields)}.`,
        fix: "Give it all four, (err, req, res, next), also where next is not used, and register it after the routes.",
        place: placeOfFound(handler),
      };
    }
    const type = (response.headers["content-type"] ?? "no content type").split(";")[0];
    const json = parsed(response.body);
    const said = isRecord(json) ? json["error"] : response.body;
    return {
      title: `The refusal has another body`,
      why: `${response.status} is right. With it, the client expects ${JSON.stringify(expects.fields)} as JSON; it got ${response.body === "" ? "no body" : shown(inShort(response.body), 100)} (${type}).`,
      fix: isRecord(json)
        ? `Send exactly this object, capital letters included: ${JSON.stringify(expects.fields)}.`
        : "Send the status and the object together: res.status(…).json(…).",
      // A number stands in the source for more than one reason: the line that sends it is what is to be changed.
      place:
        (isRecord(json) ? firstPlace(writtenByClass(source, Object.keys(json))) : null) ??
        (typeof said === "string" ? placeOfLiteral(source, said) : null) ??
        answeredAt(exchange) ??
        faultsOf(exchange)[0]?.place ??
        null,
    };
  },
};
