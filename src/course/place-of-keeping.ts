/** Finds the line of the source that keeps a text which was found in the store or in a file. */

import { findInSource, firstPlace, placeOfFound } from "../check/source/found.ts";
import { callsFunction } from "../check/source/calls.ts";
import { functionAt, registeredFor } from "../check/source/handlers.ts";
import type { Found } from "../check/source/found.ts";
import { within } from "../check/source/making.ts";
import type { Source } from "../check/source/source.ts";
import {
  calledName,
  child,
  findAll,
  isFunction,
  isNode,
  list,
  nameOf,
  receiverOf,
  stringOf,
} from "../check/source/syntax.ts";
import type { Node } from "../check/source/syntax.ts";
import type { Place } from "../check/transcript.ts";
import { codeOf, hashTest, isAnswering, isKeeping, keepingsOf, keptBy } from "./token-code.ts";

/** The names in a way such as "sessions[0].token" or "a key of owners", the outermost first. */
function namesIn(where: string): string[] {
  const words = where.match(/[A-Za-z_$][\w$]*/g) ?? [];
  return words.filter(
    (word) => !["a", "an", "key", "item", "of", "get", "line", "file", "and"].includes(word),
  );
}

const TOKENISH = /token|secret|fresh|refresh|next|raw|value|verifier|plain/i;
const NOT_TOKENISH = /hash|digest|expire|access|id$|ttl|lifetime|days|_ms$|age$/i;

/**
 * The line that keeps a text which was found.
 *
 * @param where the way to the text, or a line of a file
 */
export function placeOfKeeping(source: Source, where: string): Place | null {
  const isHash = hashTest(source);
  const names = namesIn(where);
  const last = names.at(-1) ?? "";
  const byKey = where.includes("a key of") || where.includes("an item of");
  const targetsOf = (node: Node) => {
    const target = node.type === "AssignmentExpression" ? child(node, "left") : receiverOf(node);
    return target ? findAll(target, () => true).flatMap((one) => nameOf(one) ?? []) : [];
  };
  const bestOf = (all: readonly Found[]) => {
    let best: { found: Found; score: number } | null = null;
    for (const found of all) {
      const { node } = found;
      const targets = targetsOf(node);
      const parts = keptBy(node) ?? [];
      const open = parts.flatMap((part) => openNames(part, isHash));
      let score = 0;
      if (targets.some((name) => names.includes(name))) score += 3;
      if (open.includes(last) || targets.includes(last)) score += 2;
      if (open.some((name) => TOKENISH.test(name) && !NOT_TOKENISH.test(name))) score += 2;
      else if (!byKey) score -= 1;
      if (open.length > 0 && score > (best?.score ?? 1)) best = { found, score };
    }
    return best?.found ?? null;
  };
  const own = keepingsOf(source, ["/login", "/token"]);
  const isInto = (node: Node) => targetsOf(node).includes(names[0] ?? "");
  // A middleware may keep it, as a history of all requests does: no route's own code puts anything into that list.
  const isElsewhere = /^[\w$]+[.[]/.test(where) && !own.some(({ node }) => isInto(node));
  const elsewhere = isElsewhere
    ? findInSource(
        source,
        (node, ancestors) =>
          ancestors.some(isFunction) && !ancestors.some(isConstructor) && isKeeping(node) && isInto(node),
      )
    : [];
  const best = bestOf(elsewhere) ?? bestOf(own);
  if (!best) return firstPlace(handedOver(source, last, isHash));
  const handed = handedToGeneral(source, best);
  return placeOfFound(handed ?? fieldOf(source, best, last) ?? best);
}

function isConstructor(node: Node): boolean {
  return node.type === "MethodDefinition" && Reflect.get(node, "kind") === "constructor";
}

/** The field of a record in which a login hands a token over to be kept: open({ hash: refreshToken }). */
function handedOver(source: Source, field: string, isHash: (node: Node) => boolean): Found | null {
  const [found] = within(codeOf(source, "/login"), (node) => {
    const value =
      node.type === "Property" && nameOf(child(node, "key")) === field ? child(node, "value") : null;
    return value?.type === "Identifier" && /token/i.test(nameOf(value) ?? "") && !isHash(value);
  });
  return found ?? null;
}

/**
 * The call by which a login hands a token over to a function that keeps whatever it is given, a journal: logout calls it as
 * well. null where a line is in no such function.
 */
function handedToGeneral(source: Source, line: Found): Found | null {
  const own = functionAt(source, placeOfFound(line));
  const calls = (path: "/login" | "/logout") =>
    within(
      registeredFor(source, "POST", path),
      (node) => own !== null && callsFunction(source, node, own.node),
    );
  const [call] = calls("/login");
  return call && calls("/logout").length > 0 ? call : null;
}

/** The field by which a record that is kept holds a text; null where it is not kept so. */
function fieldOf(source: Source, { file, node }: Found, field: string): Found | null {
  const [written] = (keptBy(node) ?? [])
    .filter(({ type }) => type === "ObjectExpression")
    .flatMap((record) => list(record, "properties"))
    .filter((one) => nameOf(child(one, "key")) === field);
  if (written) return { file, node: written };
  const names = (keptBy(node) ?? []).flatMap((part) => nameOf(part) ?? []);
  const [found] = findInSource(source, (one, ancestors) => {
    const [record, declaration] = [ancestors.at(-1), ancestors.at(-2)];
    return (
      one.type === "Property" &&
      nameOf(child(one, "key")) === field &&
      record?.type === "ObjectExpression" &&
      declaration?.type === "VariableDeclarator" &&
      names.includes(nameOf(child(declaration, "id")) ?? "")
    );
  }).filter((one) => one.file === file);
  return found ?? null;
}

const WRITES = /^(append|write)\w*$|^createWriteStream$/;

/** The line that writes a file: the one that names it; else the only one that writes any. Null: there is none. */
export function placeOfWriting(source: Source, fileName: string): Place | null {
  const writings = findInSource(source, (node) => WRITES.test(calledName(node) ?? "") && !isAnswering(node));
  const named = writings.filter(
    ({ node }) => findAll(node, (one) => (stringOf(one) ?? "").endsWith(fileName)).length > 0,
  );
  const only = writings.length === 1 ? writings[0] : undefined;
  return firstPlace(named[0], only);
}

/** The names in a node that are not inside a hash. */
function openNames(node: Node, isHash: (node: Node) => boolean): string[] {
  if (isFunction(node)) return [];
  const isCall = node.type === "CallExpression" || node.type === "NewExpression";
  if (isCall && isHash(node)) return [];
  if (node.type === "Identifier" || node.type === "PrivateIdentifier") {
    return isHash(node) ? [] : [nameOf(node) ?? ""];
  }
  const inner = Object.values(node).flat().filter(isNode);
  return inner.flatMap((one) => openNames(one, isHash));
}
