/** The answer has the field, but with another value. */

import { isRecord } from "../../../base/shape.ts";
import { shown } from "../../judge/read-transcript.ts";
import { placeOfField, placeOfFieldsVariable, placeOfLiteral } from "../../source/landmarks.ts";
import type { Mistake } from "../mistake.ts";
import { fieldTrouble } from "./fields.ts";

export const wrongFieldValue: Mistake = {
  id: "wrong-field-value",
  find(evidence) {
    const trouble = fieldTrouble(evidence);
    if (!trouble || evidence.failure.check.expects?.status !== "success") return null;
    const { json, name, value, request, place } = trouble;
    const { source } = evidence;
    if (!isRecord(json) || json[name] === undefined) return null;
    if (value === null) {
      return {
        title: `${name} is not a text`,
        why: `The answer to ${request} has ${name}: ${shown(JSON.stringify(json[name]) ?? "undefined", 80)}. A token is a text with something in it: the client sends it back as it is.`,
        fix: `Send the token itself as ${name}; what takes time to make has to be awaited first.`,
        place: placeOfField(source, name) ?? place,
      };
    }
    return {
      title: `${name} holds another value`,
      why: `The answer to ${request} has ${name}: ${shown(JSON.stringify(json[name]) ?? "undefined", 80)}. This course uses fixed values so that they can be compared: here it is "${value}".`,
      fix: `Send exactly "${value}" as ${name}: a string, spelled like this.`,
      place:
        placeOfLiteral(source, json[name]) ??
        placeOfFieldsVariable(source, name) ??
        placeOfField(source, name) ??
        place,
    };
  },
};
