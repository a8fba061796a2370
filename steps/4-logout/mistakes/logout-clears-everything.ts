/** Logout empties the whole store, so all logins end. */

import type { Evidence, Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, refused } from "../../../src/check/diagnosis/read-evidence.ts";
import { shown, tokensOf } from "../../../src/check/judge/read-transcript.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { callThatGivesInVain } from "../../../src/course/calls-that-miss.ts";
import { comparesItself } from "../../../src/course/deciding-line.ts";
import { isAboutLogout, logoutsOf, placeOfRemoval, removalIn } from "./logouts.ts";

/**
 * The tokens of the others are still there, but refused: the logout changed something other than refreshTokens for all.
 */
function refusesAnyway({ failure, exchange, source }: Evidence): Explanation | null {
  if (!/keeps-others/.test(failure.check.id) || !exchange || !refused(exchange)) return null;
  const token = /"refreshToken":"([^"]*)"/.exec(exchange.request.body ?? "")?.[1];
  if (!tokensOf(exchange.store)?.includes(token)) return null;
  const [change] = handlersOf(source, "POST", "/logout").flatMap(({ file, node }) =>
    findAll(
      node,
      (inner) =>
        inner.type === "AssignmentExpression" &&
        !["refreshTokens", "length"].includes(nameOf(child(inner, "left")) ?? ""),
    ).map((inner) => ({ file, node: inner })),
  );
  return {
    title: "Logout logs out everybody",
    why: `After somebody else's logout, refreshTokens still holds "${token}", and POST /token refuses it all the same: something else has changed that counts for everybody.`,
    fix: "Let the answer of POST /token depend on refreshTokens alone, and logout change nothing else.",
    place: change ? placeOfFound(change) : answeredAt(exchange),
  };
}

/** Where a whole list is put into an array as one element: splice(0, n, list), push(list), [list]. */
function nestingIn({ source }: Evidence): Found | null {
  const isWhole = (node: Node | undefined) =>
    node !== undefined && /^(Identifier|CallExpression|MemberExpression)$/.test(node.type);
  const nests = (node: Node, ancestors: readonly Node[]) => {
    const method = node.type === "CallExpression" ? nameOf(child(node, "callee")) : null;
    const given = list(node, "arguments");
    if (method === "splice") return isWhole(given[2]);
    if (method === "push" || method === "unshift") return isWhole(given[0]);
    const assigned = /^(AssignmentExpression|ReturnStatement)$/.test(ancestors.at(-1)?.type ?? "");
    return node.type === "ArrayExpression" && assigned && isWhole(list(node, "elements")[0]);
  };
  const [found] = handlersOf(source, "POST", "/logout").flatMap(({ file, node }) =>
    findAll(node, nests).map((inner) => ({ file, node: inner })),
  );
  return found ?? null;
}

export const logoutClearsEverything: Mistake = {
  id: "logout-clears-everything",
  find(evidence) {
    if (!isAboutLogout(evidence)) return null;
    const logout = logoutsOf(evidence).find(
      ({ before, after, lost }) => lost.length > 1 && !before.some((token) => after.includes(token)),
    );
    if (!logout) return refusesAnyway(evidence);
    const nesting = logout.after.some(Array.isArray) ? nestingIn(evidence) : null;
    if (nesting) {
      return {
        title: "Logout puts an array into the array",
        why: `After the logout of "${logout.token}", refreshTokens is ${shown(JSON.stringify(logout.after), 80)}: one element, which is the list of the others. No token is an element of refreshTokens now, so the server knows nobody.`,
        fix: "Put the tokens in, not the list that holds them: spread it with three dots, or let the list itself take the old one's place.",
        place: placeOfFound(nesting),
      };
    }
    const removal = removalIn(evidence);
    const same = removal && comparesItself(removal);
    if (same) {
      const name = nameOf(child(same.node, "left")) ?? "";
      return {
        title: `${name} is compared with itself`,
        why: `After the logout of "${logout.token}", refreshTokens is empty, and everybody is logged out. Here ${name} means the same on both sides, so the comparison comes out the same for every token. A parameter of this name hides a variable of that name outside.`,
        fix: "Compare each token of the list with the one that came in the request, under two different names.",
        place: placeOfFound(same),
      };
    }
    const inVain =
      removal &&
      callThatGivesInVain(evidence.source, functionsOf(evidence.source, "POST", "/logout"), removal);
    if (inVain) {
      const name = calledName(inVain.node) ?? "";
      return {
        title: "Logout logs out everybody",
        why: `After the logout of "${logout.token}", none of the others' tokens is left in refreshTokens. ${name} has no parameter: the token that this line hands over is not looked at, and ${name} removes all of them.`,
        fix: "Call a function that removes one token, the one that it is handed.",
        place: placeOfFound(inVain),
      };
    }
    const state = logout.after.length === 0 ? "is empty" : `is ${shown(JSON.stringify(logout.after), 80)}`;
    return {
      title: "Logout logs out everybody",
      why: `After the logout of "${logout.token}", refreshTokens ${state}. Other people were logged in as well, and now none of their tokens works.`,
      fix: "Remove only the token that came with the request, and keep the rest.",
      place: placeOfRemoval(evidence, logout),
    };
  },
};
