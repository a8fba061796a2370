/** There are two variables refreshTokens: login fills one, POST /token looks into the other. */

import { basename } from "node:path";
import type { Evidence, Explanation } from "../../../src/check/diagnosis/mistake.ts";
import { nodesAt } from "../../../src/check/source/at-place.ts";
import { areDifferent, declarationMeant } from "../../../src/check/source/declared-at.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { child, findAll, isFunction, nameOf } from "../../../src/check/source/syntax.ts";
import { lookupIn } from "./renewals.ts";

/** Where a login mentions refreshTokens. */
function useInLogin({ source }: Evidence): Found | null {
  const [found] = handlersOf(source, "POST", "/login").flatMap(({ file, node }) =>
    findAll(node, (inner) => inner.type === "Identifier" && nameOf(inner) === "refreshTokens").map(
      (inner) => ({
        file,
        node: inner,
      }),
    ),
  );
  return found ?? null;
}

/**
 * The line for POST /token, where the same class is made twice outside of functions, each time with a refreshTokens of
 * its own.
 */
function secondInstance({ source }: Evidence, member: Found): Found | null {
  const owner = nodesAt(source, placeOfFound(member)).findLast(({ type }) =>
    /^Class(Declaration|Expression)$/.test(type),
  );
  const name = owner ? nameOf(child(owner, "id")) : null;
  if (name === null) return null;
  const made = findInSource(
    source,
    (node, ancestors) =>
      node.type === "NewExpression" && nameOf(child(node, "callee")) === name && !ancestors.some(isFunction),
  );
  const files = handlersOf(source, "POST", "/token").map(({ file }) => file);
  return made.length < 2 ? null : (made.findLast(({ file }) => files.includes(file)) ?? made.at(-1) ?? null);
}

/** The second variable, where the source shows that login and POST /token mean different ones. */
export function otherStore(evidence: Evidence): Explanation | null {
  const { source } = evidence;
  const lookup = lookupIn(evidence);
  const use = useInLogin(evidence);
  const asked = lookup && declarationMeant(source, lookup, "refreshTokens");
  const filled = use && declarationMeant(source, use, "refreshTokens");
  if (asked && filled && areDifferent(asked, filled)) {
    const there =
      filled.file === asked.file ? `at line ${placeOfFound(filled).line}` : `in ${basename(filled.file)}`;
    return {
      title: "There are two arrays refreshTokens",
      why: `Login fills the one ${there}, and POST /token asks this one, which nobody fills. They have the same name, but they are two arrays.`,
      fix: "Let there be one: export it from the file that declares it, import it where it is needed, and delete the other.",
      place: placeOfFound(asked),
    };
  }
  const second = asked && filled && asked.node === filled.node ? secondInstance(evidence, asked) : null;
  if (!second) return null;
  return {
    title: "There are two objects with a refreshTokens each",
    why: "new makes an object of its own each time. Login fills the array of one, and POST /token asks that of another, which stays empty.",
    fix: "Make the object once, export it, and use that one in both places.",
    place: placeOfFound(second),
  };
}
