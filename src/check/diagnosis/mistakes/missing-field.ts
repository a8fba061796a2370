/** The answer lacks a field. */

import { isRecord } from "../../../base/shape.ts";
import { shown } from "../../judge/read-transcript.ts";
import { findInSource } from "../../source/handlers.ts";
import { onlyPlace, placeOfFieldsVariable } from "../../source/landmarks.ts";
import type { Source } from "../../source/source.ts";
import { child, nameOf } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Mistake } from "../mistake.ts";
import { fieldTrouble } from "./fields.ts";

/** Where the field gets lost before it is sent: a variable that holds nothing, or a delete. */
function placeOfLoss(source: Source, name: string): Place | null {
  const deletes = findInSource(source, (node) => {
    const argument = node.type === "UnaryExpression" ? child(node, "argument") : null;
    return Reflect.get(node, "operator") === "delete" && nameOf(argument) === name;
  });
  return onlyPlace(deletes) ?? placeOfFieldsVariable(source, name);
}

export const missingField: Mistake = {
  id: "missing-field",
  find(evidence) {
    const trouble = fieldTrouble(evidence);
    if (!trouble || evidence.failure.check.expects?.status !== "success") return null;
    const { json, name, value, request, place } = trouble;
    if (isRecord(json) && json[name] !== undefined) return null;
    const loss = placeOfLoss(evidence.source, name);
    return {
      title: `The answer has no ${name}`,
      why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. The client looks for ${name} at the top of the object and finds nothing there.${loss ? " JSON leaves out what is undefined." : ""}`,
      fix: loss
        ? `See to it that it holds ${value === null ? "the token" : `"${value}"`} when the answer is sent.`
        : `Add ${name}${value === null ? "" : ` with the value "${value}"`} to the object that you send.`,
      place: loss ?? place,
    };
  },
};
