/** The answer has the field, but with another value. */

import { isRecord } from "../../../base/shape.ts";
import { shown } from "../../judge/read-transcript.ts";
import { onlyChange } from "../../source/changed-text.ts";
import { placeOfFound } from "../../source/found.ts";
import { promisesTakenApart } from "../../source/promises.ts";
import { onlyPlace, placeOfField, placeOfFieldsVariable, placeOfLiteral } from "../../source/landmarks.ts";
import { declarationBehind, fieldsAnswered, functionsOf } from "../../source/making.ts";
import { functionAt } from "../../source/handlers.ts";
import { bare } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Evidence, Mistake } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";
import { fieldTrouble, promiseTaken } from "./fields.ts";

/** Whether some check of the step expects this value in a field. */
function isExpected({ results }: Evidence, value: unknown): boolean {
  return results.some(({ check }) => Object.values(check.expects?.fields ?? {}).some((one) => one === value));
}

/** The field in the object that the route of the exchange answers with, if it is written there once. */
function placeInAnswer({ source, exchange }: Evidence, name: string): Place | null {
  const { method, path } = exchange?.request ?? { method: "", path: "" };
  return onlyPlace(fieldsAnswered(source, method, path, name));
}

/** The line of the route that takes the value of the field out of a call: const { accessToken } = makeTokens(). */
function placeOfCall({ source, exchange }: Evidence, name: string): Place | null {
  const { method, path } = exchange?.request ?? { method: "", path: "" };
  const at = answeredAt(exchange);
  const around = at && functionAt(source, at);
  const [field, ...others] = fieldsAnswered(source, method, path, name).filter(
    (one) => around && functionAt(source, placeOfFound(one))?.node === around.node,
  );
  const taken = field && others.length === 0 ? declarationBehind(source, field) : null;
  return taken && bare(taken.node)?.type === "CallExpression" ? placeOfFound(taken) : null;
}

export const wrongFieldValue: Mistake = {
  id: "wrong-field-value",
  find(evidence) {
    const trouble = fieldTrouble(evidence);
    if (!trouble || evidence.failure.check.expects?.status !== "success") return null;
    const { json, name, value, request, place } = trouble;
    const { source } = evidence;
    const { method, path } = evidence.exchange?.request ?? { method: "", path: "" };
    if (!isRecord(json) || json[name] === undefined) return null;
    const promise = JSON.stringify(json[name]) === "{}" ? promiseTaken(evidence) : null;
    if (promise) {
      return {
        title: `${name} is a promise: an await is missing`,
        why: `The answer to ${request} has ${name}: {}. The function called here is async: what it returns is a promise, not the text that will come of it, and JSON makes {} of a promise.`,
        fix: "Put await in front of the call, in a function that is async.",
        place: promise,
      };
    }
    const apart =
      JSON.stringify(json[name]) === "{}"
        ? promisesTakenApart(source, functionsOf(source, method, path))
        : [];
    const inList = onlyPlace(apart);
    if (inList) {
      return {
        title: `${name} is a promise: an await is missing`,
        why: `The answer to ${request} has ${name}: {}. With an async function, map makes a list of promises; this line takes it apart before anything has waited for them, and JSON makes {} of a promise.`,
        fix: "Wait for the whole list first: await Promise.all(…) around it.",
        place: inList,
      };
    }
    if (value === null) {
      return {
        title: `${name} is not a text`,
        why: `The answer to ${request} has ${name}: ${shown(JSON.stringify(json[name]) ?? "undefined", 80)}. A token is a text with something in it: the client sends it back as it is.`,
        fix: `Send the token itself as ${name}; what takes time to make has to be awaited first.`,
        place: placeOfField(source, name) ?? place,
      };
    }
    const came = json[name];
    const changed =
      typeof came === "string" ? onlyChange(functionsOf(source, method, path), value, came) : null;
    if (changed) {
      return {
        title: `${name} is changed before it is sent`,
        why: `The answer to ${request} has ${name}: ${shown(JSON.stringify(came), 80)}. This course uses fixed values so that they can be compared: here it is "${value}", and this line makes the other text of it.`,
        fix: `Send ${name} as it is, without a change.`,
        place: placeOfFound(changed),
      };
    }
    return {
      title: `${name} holds another value`,
      why: `The answer to ${request} has ${name}: ${shown(JSON.stringify(json[name]) ?? "undefined", 80)}. This course uses fixed values so that they can be compared: here it is "${value}".`,
      fix: `Send exactly "${value}" as ${name}: a string, spelled like this.`,
      // A value that another answer has to have is right where it stands; wrong is the answer that takes it.
      place: isExpected(evidence, json[name])
        ? (placeOfCall(evidence, name) ?? placeInAnswer(evidence, name) ?? place)
        : (placeOfLiteral(source, json[name]) ??
          (typeof json[name] === "object" ? null : placeOfFieldsVariable(source, name)) ??
          placeInAnswer(evidence, name) ??
          placeOfField(source, name) ??
          place),
    };
  },
};
