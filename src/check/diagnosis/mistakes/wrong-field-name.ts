/** The answer has the right value under another name. */

import { distance } from "../../../base/nearest.ts";
import { isRecord } from "../../../base/shape.ts";
import { isField } from "../../judge/answers.ts";
import { onlyChange } from "../../source/changed-text.ts";
import { placeOfFound } from "../../source/found.ts";
import { placeOfField, placeOfLiteral } from "../../source/landmarks.ts";
import type { Mistake } from "../mistake.ts";
import { fieldTrouble, plain } from "./fields.ts";

export const wrongFieldName: Mistake = {
  id: "wrong-field-name",
  find(evidence) {
    const trouble = fieldTrouble(evidence);
    if (!trouble || !isRecord(trouble.json) || trouble.json[trouble.name] !== undefined) return null;
    const { name, value, json, request, place } = trouble;
    const expected = Object.keys(evidence.failure.check.expects?.fields ?? {});
    const others = Object.entries(json).filter(([other]) => !expected.includes(other));
    const found =
      others.find(([other]) => plain(other) === plain(name)) ??
      others.find(([other, held]) =>
        value === null ? /token/i.test(other) && isField(held, null) : held === value,
      ) ??
      others.find(([other, held]) => isField(held, null) && distance(plain(other), plain(name)) <= 2);
    if (!found || ["accessToken", "refreshToken", "error"].includes(found[0])) return null;
    const written = placeOfField(evidence.source, found[0]) ?? placeOfLiteral(evidence.source, found[0]);
    const everything = evidence.source.files.flatMap(({ path, ast }) =>
      ast ? [{ file: path, node: ast }] : [],
    );
    const renamed = written ? null : onlyChange(everything, name, found[0]);
    if (renamed) {
      return {
        title: `The answer calls it ${found[0]} instead of ${name}`,
        why: `The client of ${request} reads the field ${name}, letter by letter, capitals included. Your answer has ${found[0]}, a name that stands nowhere in your code: this line makes other names of names such as ${name}.`,
        fix: `Let the fields of this answer keep their names: ${name} has to arrive as ${name}.`,
        place: placeOfFound(renamed),
      };
    }
    return {
      title: `The answer calls it ${found[0]} instead of ${name}`,
      why: `The client of ${request} reads the field ${name}, letter by letter, capitals included. Your answer has ${found[0]}, so the client finds nothing.`,
      fix: `Name the field ${name} in the object that you send.`,
      place: written ?? place,
    };
  },
};
