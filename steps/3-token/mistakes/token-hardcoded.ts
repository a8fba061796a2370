/** POST /token accepts "refresh123" before the first login: it knows the token from the code, not from the store. */

import type { Mistake, Evidence } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt } from "../../../src/check/diagnosis/read-evidence.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf, within } from "../../../src/check/source/making.ts";
import {
  calledName,
  child,
  findAll,
  list,
  nameOf,
  receiverOf,
  stringOf,
} from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { lookupBehind } from "../../../src/course/deciding-line.ts";
import { accepted, conditionsIn, isAboutToken, renewalsOf } from "./renewals.ts";

/** The condition of POST /token that compares with a variable which holds "refresh123" from the start. */
function conditionOnConstant(evidence: Evidence): Found | null {
  const names = findInSource(evidence.source, (node) => {
    const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
    return init !== null && findAll(init, (inner) => stringOf(inner) === "refresh123").length > 0;
  }).flatMap(({ node }) => nameOf(child(node, "id")) ?? []);
  const asks = conditionsIn(evidence).find(({ node }) => {
    const test = child(node, "test");
    return test !== null && findAll(test, (inner) => names.includes(nameOf(inner) ?? "")).length > 0;
  });
  return asks ?? null;
}

/** The comparison with "refresh123", or with what holds it, in the code of POST /token: with ===, or as a case. */
function comparisonWith({ source }: Evidence, names: readonly string[]): Found | null {
  const isFixed = (node: Node | null) =>
    node !== null && (stringOf(node) === "refresh123" || names.includes(nameOf(node) ?? ""));
  const [found] = within(functionsOf(source, "POST", "/token"), (node) => {
    if (node.type === "SwitchCase") return isFixed(child(node, "test"));
    const compares = /^[!=]==?$/.test(String(Reflect.get(node, "operator")));
    return compares && (isFixed(child(node, "left")) || isFixed(child(node, "right")));
  });
  return found ?? null;
}

/** The names of variables and fields that hold "refresh123" from the start. */
function namesOfFixed({ source }: Evidence): string[] {
  return findInSource(source, (node) => {
    const value = child(node, "init") ?? (node.type === "Property" ? child(node, "value") : null);
    return value !== null && stringOf(value) === "refresh123";
  }).flatMap(({ node }) => nameOf(child(node, "id") ?? child(node, "key")) ?? []);
}

/** Where POST /token asks a list that holds "refresh123" from the start. */
function lookupInFixed({ source }: Evidence): Found | null {
  const names = findInSource(source, (node) => {
    const value = child(node, "init") ?? (node.type === "Property" ? child(node, "value") : null);
    const items = value && /^(Array|New)Expression$/.test(value.type) ? findAll(value, isFixed) : [];
    return items.length > 0;
  }).flatMap(({ node }) => nameOf(child(node, "id") ?? child(node, "key")) ?? []);
  const [found] = within(
    functionsOf(source, "POST", "/token"),
    (node) =>
      /^(includes|has|indexOf|some|find\w*)$/.test(calledName(node) ?? "") &&
      names.includes(nameOf(receiverOf(node)) ?? ""),
  );
  return found ?? null;
}

/** Where POST /token asks a list that is made of refreshTokens and of something besides: [fixed, ...refreshTokens]; or two lists. */
function listWithMore({ source }: Evidence): Found | null {
  const [found] = within(functionsOf(source, "POST", "/token"), (node) => {
    const elements = node.type === "ArrayExpression" ? list(node, "elements") : [];
    const spread = elements.filter((one) => nameOf(child(one, "argument") ?? one) === "refreshTokens");
    return spread.length > 0 && spread.length < elements.length;
  });
  return found ?? null;
}

function isFixed(node: Node): boolean {
  return stringOf(node) === "refresh123";
}

/** The lookup whose result a condition asks for: it compares with what is not the store. */
function comparisonBehind({ source }: Evidence, condition: Found): Found | null {
  const test = child(condition.node, "test");
  const names = test
    ? findAll(test, ({ type }) => type === "Identifier").flatMap((one) => nameOf(one) ?? [])
    : [];
  return names.flatMap((name) => lookupBehind(source, condition, name) ?? [])[0] ?? null;
}

export const tokenHardcoded: Mistake = {
  id: "token-hardcoded",
  find(evidence) {
    const { beforeLogin, unknown } = renewalsOf(evidence);
    if (!isAboutToken(evidence) || !accepted(beforeLogin) || accepted(unknown)) return null;
    const literals = handlersOf(evidence.source, "POST", "/token").flatMap(({ file, node }) =>
      findAll(node, (inner) => stringOf(inner) === "refresh123").map((inner) => ({ file, node: inner })),
    );
    const [elsewhere] = findInSource(evidence.source, (node) => {
      const init = node.type === "VariableDeclarator" ? child(node, "init") : null;
      return init !== null && findAll(init, (inner) => stringOf(inner) === "refresh123").length > 0;
    });
    const place =
      comparisonWith(evidence, namesOfFixed(evidence)) ?? literals[0] ?? conditionOnConstant(evidence);
    const listed = place ? null : (lookupInFixed(evidence) ?? listWithMore(evidence));
    if (listed) {
      return {
        title: "A list in the code lets the token through",
        why: '"refresh123" is accepted although nobody has logged in yet. It stands in a list that the program holds from its start, and this line asks that list: so it would be valid forever, for anybody.',
        fix: "Ask refreshTokens alone whether it holds the token that came.",
        place: placeOfFound(listed),
      };
    }
    if (!place && !elsewhere) {
      const [condition] = conditionsIn(evidence);
      return {
        title: "A token is accepted before anybody has logged in",
        why: '"refresh123" gets a new access token although nobody has logged in yet. So the answer does not depend on whether refreshTokens holds the token.',
        fix: "Print what your condition gives while refreshTokens is empty: it has to be the refusal then.",
        place:
          firstPlace(condition && comparisonBehind(evidence, condition), condition) ??
          answeredAt(beforeLogin),
      };
    }
    return {
      title: "The token is compared with a fixed text",
      why: '"refresh123" is accepted although nobody has logged in yet. The handler knows it from the code, not from refreshTokens, so it would be valid forever, for anybody.',
      fix: "Ask refreshTokens whether it holds the token that came.",
      place: place
        ? placeOfFound(place)
        : (answeredAt(beforeLogin) ?? (elsewhere ? placeOfFound(elsewhere) : null)),
    };
  },
};
