/** POST /token refuses the tokens that it knows, and accepts others. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, refused } from "../../../src/check/diagnosis/read-evidence.ts";
import { placeOfFound } from "../../../src/check/source/found.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { resultsOf, within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { accepted, isAboutToken, renewalsOf } from "./renewals.ts";

/** Where POST /token uses an index like true or false. */
function indexAsTruth({ source }: Evidence): Found | null {
  const [found] = handlersOf(source, "POST", "/token").flatMap(({ file, node }) =>
    findAll(node, (inner, ancestors) => {
      const callee = inner.type === "CallExpression" ? child(inner, "callee") : null;
      const around = ancestors.at(-1);
      const asTruth =
        (around !== undefined && Reflect.get(around, "operator") === "!") ||
        (around !== undefined && child(around, "test") === inner);
      return asTruth && ["indexOf", "findIndex"].includes(nameOf(callee) ?? "");
    }).map((inner) => ({ file, node: inner })),
  );
  return found ?? null;
}

/** Names of functions that should say yes of a token that is no good. */
const SAYS_NO =
  /^(is|was|has)?(not|unknown|invalid|inactive|unauthori[sz]ed|revoked|blocked|banned|bad|missing|expired|forbidden|denied|blacklisted|wrong|absent)/i;
/** Names of functions that should say yes of a token that is good. */
const SAYS_YES =
  /^((is|was)?(valid|known|active|allowed|stored|good|there|live|alive|ok|in(?!valid|active))|has(?!been)|knows|exists|contains|includes)/i;

/**
 * A function that POST /token asks about refreshTokens, and that says yes where its name says no, or the other way round:
 * what it returns, and its name.
 */
function helperThatLies({ source }: Evidence): { found: Found; name: string } | null {
  for (const { node } of within(handlersOf(source, "POST", "/token"), (one) => calledName(one) !== null)) {
    const name = calledName(node) ?? "";
    const results = functionsCalled(source, node).flatMap(resultsOf);
    const [only] = results;
    const isLookup = only && findAll(only.node, (one) => nameOf(one) === "refreshTokens").length > 0;
    if (!isLookup || results.length > 1) continue;
    const lies = saysAbsent(only.node) ? SAYS_YES.test(name) : SAYS_NO.test(name);
    if (lies) return { found: only, name };
  }
  return null;
}

/** Whether an expression is true of what a list does not hold: !list.includes(x), list.indexOf(x) === -1. */
function saysAbsent(node: Node): boolean {
  const operator = String(Reflect.get(node, "operator"));
  if (node.type === "UnaryExpression") return operator === "!";
  const right = node.type === "BinaryExpression" ? child(node, "right") : null;
  const isNothing = right?.type === "UnaryExpression" || nameOf(right) === "undefined";
  return (
    (/^===?$/.test(operator) && isNothing) || (operator === "<" && Reflect.get(right ?? node, "value") === 0)
  );
}

/** Whether a node sends an answer. */
function answers(node: Node): boolean {
  const callee = node.type === "CallExpression" ? child(node, "callee") : null;
  return ["json", "send", "sendStatus", "status", "end"].includes(nameOf(callee) ?? "");
}

export const tokenConditionInverted: Mistake = {
  id: "token-condition-inverted",
  find(evidence) {
    const { beforeLogin, unknown, known } = renewalsOf(evidence);
    if (!isAboutToken(evidence) || !accepted(unknown) || accepted(known)) return null;
    if (!refused(known) && known?.response?.status !== 200) return null;
    const asks = handlersOf(evidence.source, "POST", "/token").flatMap(({ file, node }) =>
      findAll(
        node,
        ({ type }) =>
          type === "IfStatement" || type === "ConditionalExpression" || type === "SwitchStatement",
      ).map((one) => ({ file, node: one })),
    );
    const about =
      asks.find(({ node }) => findAll(node, (inner) => nameOf(inner) === "refreshTokens").length > 0) ??
      asks.find(({ node }) => findAll(node, answers).length > 0) ??
      asks[0];
    const index = indexAsTruth(evidence);
    if (index) {
      return {
        title: "An index is taken for yes or no",
        why: "indexOf and findIndex give a place in the list: 0 for the first, which counts as false, and -1 for what is not there, which counts as true. So an unknown token gets in, and the one that login gave out does not.",
        fix: "Compare the index with -1, or ask with includes or some, which say true or false.",
        place: placeOfFound(index),
      };
    }
    const liar = helperThatLies(evidence);
    if (liar) {
      return {
        title: `${liar.name} says the opposite of its name`,
        why: `An unknown token gets a new access token, and the one that login gave out is refused. The handler asks ${liar.name}, and what that returns is the wrong way round for this name.`,
        fix: `Turn round what ${liar.name} returns; or give it the name of what it says, and turn round the condition that asks it.`,
        place: placeOfFound(liar.found),
      };
    }
    return {
      title: "The condition is the wrong way round",
      why: "An unknown token gets a new access token, and the one that login gave out is refused. The check is there, but its two branches are swapped.",
      fix: "Say the condition out loud: when is the answer 403? Then turn it round, or swap the branches.",
      place: about ? placeOfFound(about) : answeredAt(unknown ?? beforeLogin),
    };
  },
};
