import { isRecord, shown } from "../../judge/reading.ts";
import type { Mistake } from "../mistake.ts";
import { fieldTrouble } from "./fields.ts";

/** The field is not there at all. */
export const missingField: Mistake = {
  id: "missing-field",
  find(evidence) {
    const trouble = fieldTrouble(evidence);
    if (!trouble || evidence.failure.check.expects?.status !== "success") return null;
    const { json, name, value, request, place } = trouble;
    if (isRecord(json) && json[name] !== undefined) return null;
    return {
      title: `The answer has no ${name}`,
      why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. The client looks for ${name} at the top of the object and finds nothing there.`,
      fix: `Add ${name} with the value "${value}" to the object that you send.`,
      place,
    };
  },
};
