/** The answer lacks a field. */

import { isRecord } from "../../../base/shape.ts";
import { shown } from "../../judge/read-transcript.ts";
import { callAt, textOf } from "../../source/at-place.ts";
import { findInSource, placeOfFound } from "../../source/found.ts";
import type { Found } from "../../source/found.ts";
import { functionsCalled, functionsMeant } from "../../source/calls.ts";
import { functionAt } from "../../source/handlers.ts";
import { onlyPlace, placeOfFieldsVariable } from "../../source/landmarks.ts";
import {
  declarationBehind,
  fieldsAnswered,
  functionsOf,
  makingOf,
  resultsOf,
  within,
} from "../../source/making.ts";
import type { Source } from "../../source/source.ts";
import { bare, calledName, child, list, nameOf } from "../../source/syntax.ts";
import type { Place } from "../../transcript.ts";
import type { Evidence, Mistake } from "../mistake.ts";
import { answeredAt } from "../read-evidence.ts";
import { fieldTrouble, promiseTaken } from "./fields.ts";
import { turnedAway } from "./turned-away.ts";

/** Where the field is lost before it is sent: its variable holds nothing, or a delete removes it. */
function placeOfLoss(source: Source, name: string): Place | null {
  const deletes = findInSource(source, (node) => {
    const argument = node.type === "UnaryExpression" ? child(node, "argument") : null;
    return Reflect.get(node, "operator") === "delete" && nameOf(argument) === name;
  });
  return onlyPlace(deletes) ?? placeOfFieldsVariable(source, name);
}

/**
 * What holds a field that should stand at the top: the name of the outer member, or a list; null where nothing does.
 */
function wrapperOf(json: unknown, name: string, value: string | null): string | null {
  const holds = (inner: unknown) =>
    isRecord(inner) && (value === null ? typeof inner[name] === "string" : inner[name] === value);
  if (Array.isArray(json)) return json.some(holds) ? "a list" : null;
  const found = isRecord(json) ? Object.entries(json).find(([, inner]) => holds(inner)) : undefined;
  return found?.[0] ?? null;
}

/** The only field of this name that the route sends, and where it should have got its value: there it is undefined. */
function undefinedField(
  { source, exchange }: Evidence,
  name: string,
): { written: string; place: Place } | null {
  const { method, path } = exchange?.request ?? { method: "", path: "" };
  const [field, ...others] = fieldsAnswered(source, method, path, name);
  if (!field || others.length > 0 || !/^(Identifier|MemberExpression)$/.test(field.node.type)) return null;
  const at = answeredAt(exchange);
  const answer = at && callAt(source, at);
  const sent = answer ? list(answer, "arguments").find(({ type }) => type === "ObjectExpression") : undefined;
  const properties = sent ? list(sent, "properties") : [];
  // The object that was sent is another one.
  if (sent && !properties.some((one) => child(one, "key") === null || child(one, "value") === field.node))
    return null;
  if (functionsMeant(source, field.node).length > 0) return null;
  const origin = field.node.type === "Identifier" ? makingOf(source, [field])[1] : undefined;
  return { written: textOf(source, field.file, field.node), place: placeOfFound(origin ?? field) };
}

/**
 * Where a function of the program lets go of the value that a field should get: its last statement, where no return gives
 * anything back; null where the field is not what such a function gives.
 */
function valueLetGo({ source, exchange }: Evidence, name: string): { called: string; place: Place } | null {
  const { method, path } = exchange?.request ?? { method: "", path: "" };
  const [field, ...others] = fieldsAnswered(source, method, path, name);
  const made = field && others.length === 0 ? (declarationBehind(source, field) ?? field) : null;
  const call = made && bare(made.node);
  const [called, ...twins] = call ? functionsCalled(source, call) : [];
  const body = called && twins.length === 0 ? child(called.node, "body") : null;
  if (!call || !called || body?.type !== "BlockStatement" || resultsOf(called).length > 0) return null;
  const last = list(body, "body").at(-1);
  const expression = last?.type === "ExpressionStatement" ? bare(child(last, "expression")) : null;
  const isValue = expression !== null && expression.type !== "AssignmentExpression";
  return {
    called: calledName(call) ?? "",
    place: placeOfFound({ file: called.file, node: (isValue ? last : null) ?? called.node }),
  };
}

/** The object that an expression gives, through variables, calls and await; null where the source does not show one. */
function objectBehind(source: Source, { file, node }: Found, depth = 0): Found | null {
  const plain = bare(node);
  if (!plain || depth > 4) return null;
  if (plain.type === "ObjectExpression") return { file, node: plain };
  const [called, ...twins] = plain.type === "CallExpression" ? functionsCalled(source, plain) : [];
  const [result, ...others] = called && twins.length === 0 ? resultsOf(called) : [];
  const from = others.length === 0 ? (result ?? declarationBehind(source, { file, node: plain })) : null;
  return from ? objectBehind(source, from, depth + 1) : null;
}

/**
 * The object that is sent, where it is made in another function than the answer: res.json(makeTokens()), and spread as
 * well. null where it is not.
 */
function placeOfObject({ source, exchange }: Evidence): Place | null {
  const at = answeredAt(exchange);
  const answer = at && callAt(source, at);
  const [given] = answer ? list(answer, "arguments") : [];
  if (!at || !given) return null;
  const spread = list(given, "properties").flatMap((one) => child(one, "argument") ?? []);
  const [from, ...others] = given.type === "ObjectExpression" ? spread : [given];
  const object = from && others.length === 0 ? objectBehind(source, { file: at.file, node: from }) : null;
  const place = object && placeOfFound(object);
  return place && functionAt(source, place)?.node !== functionAt(source, at)?.node ? place : null;
}

/** Where an arrow function was to return an object with a field, and its braces are read as its body. */
function labelOf({ source, exchange }: Evidence, name: string): Found | null {
  const { method, path } = exchange?.request ?? { method: "", path: "" };
  const [label] = within(
    functionsOf(source, method, path),
    (node) => node.type === "LabeledStatement" && nameOf(child(node, "label")) === name,
  );
  return label ?? null;
}

export const missingField: Mistake = {
  id: "missing-field",
  find(evidence) {
    const trouble = fieldTrouble(evidence);
    if (!trouble || evidence.failure.check.expects?.status !== "success") return null;
    const { json, name, value, request, place } = trouble;
    if (isRecord(json) && json[name] !== undefined) return null;
    const refusal = turnedAway(evidence);
    if (refusal) return refusal;
    const wrapping = wrapperOf(json, name, value);
    if (wrapping !== null) {
      return {
        title: `${name} is one level too deep`,
        why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. The client reads ${name} at the top of the object, and there it is inside ${wrapping}.`,
        fix: `Take it out of ${wrapping}: send the fields themselves at the top of the object.`,
        place: placeOfObject(evidence) ?? place,
      };
    }
    const promise = promiseTaken(evidence);
    if (promise) {
      return {
        title: `The answer has no ${name}: an await is missing`,
        why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. The function called here is async: what it returns is a promise, not the object that will come of it, and a promise has no fields.`,
        fix: "Put await in front of the call, in a function that is async.",
        place: promise,
      };
    }
    const label = labelOf(evidence, name);
    if (label) {
      return {
        title: `The answer has no ${name}: the braces make no object`,
        why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. Braces right behind an arrow begin the body of the function: ${name}: is only a label there, and the function returns undefined.`,
        fix: "Put round brackets around the braces: () => ({ … }).",
        place: placeOfFound(label),
      };
    }
    const letGo = valueLetGo(evidence, name);
    if (letGo) {
      return {
        title: `The answer has no ${name}: ${letGo.called} returns nothing`,
        why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. ${name} should be what ${letGo.called} gives back, and no return in it gives anything: so it is undefined, and JSON leaves out what is undefined.`,
        fix: `Let ${letGo.called} return the value.`,
        place: letGo.place,
      };
    }
    const loss = placeOfLoss(evidence.source, name);
    const empty = loss ? null : undefinedField(evidence, name);
    if (empty) {
      return {
        title: `The answer has no ${name}: it is undefined`,
        why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. The object that is sent has the field ${name}, but ${empty.written} is undefined, and JSON leaves out what is undefined.`,
        fix: `Look at where ${empty.written} should get its value, and print that with console.log: mostly the name there is spelled differently.`,
        place: empty.place,
      };
    }
    return {
      title: `The answer has no ${name}`,
      why: `The answer to ${request} is ${shown(JSON.stringify(json), 120)}. The client looks for ${name} at the top of the object and finds nothing there.${loss ? " JSON leaves out what is undefined." : ""}`,
      fix: loss
        ? `Make sure that it holds ${value === null ? "the token" : `"${value}"`} when the answer is sent.`
        : `Add ${name}${value === null ? "" : ` with the value "${value}"`} to the object that you send.`,
      place: loss ?? placeOfObject(evidence) ?? place,
    };
  },
};
