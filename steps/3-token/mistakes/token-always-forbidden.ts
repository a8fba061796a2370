/** POST /token refuses every token, and no other mistake explains it. */

import { isAnsweredFromCatch } from "../../../src/check/diagnosis/catching.ts";
import type { Evidence, Explanation, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, faultsOf, refused } from "../../../src/check/diagnosis/read-evidence.ts";
import { requestLine, shown, tokensOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, placeOfFound } from "../../../src/check/source/found.ts";
import { handlersOf } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { functionsOf } from "../../../src/check/source/making.ts";
import { child, isFunction, nameOf } from "../../../src/check/source/syntax.ts";
import type { Exchange, Place } from "../../../src/check/transcript.ts";
import { askedFor, changeOn } from "../../../src/check/source/changed-text.ts";
import { explainNoReturn, explainTakenApart } from "../../../src/course/calls-that-miss.ts";
import { comparisonInLookup } from "../../../src/course/deciding-line.ts";
import { copyMadeOnce } from "../../../src/course/kept-copy.ts";
import { slipOf } from "./lookup-slips.ts";
import { lookupIn, isAboutToken, renewalsOf } from "./renewals.ts";
import { refusalOf } from "./refusal.ts";
import { otherStore } from "./two-stores.ts";

/** The exchange after which "refresh123" was gone although the login had added it; null: it was there until `label`. */
function lossBefore({ transcript }: Evidence, label: string): Exchange | null {
  const end = transcript.exchanges.findIndex((exchange) => exchange.label === label);
  const since = transcript.exchanges.findIndex((exchange) => exchange.label === "login");
  const between = since < 0 ? [] : transcript.exchanges.slice(since, end + 1);
  const holds = ({ store }: Exchange) => tokensOf(store)?.includes("refresh123") ?? true;
  return between[0] && holds(between[0]) ? (between.find((exchange) => !holds(exchange)) ?? null) : null;
}

const TAKING = ["pop", "shift", "splice"];

/** Code outside the handlers of login and logout that may remove a token from refreshTokens. */
function takers({ source }: Evidence): Found[] {
  const others = ["/login", "/logout"].flatMap((path) => handlersOf(source, "POST", path));
  return findInSource(source, (node, ancestors) => {
    if (!ancestors.some(isFunction) || others.some((other) => ancestors.includes(other.node))) return false;
    if (node.type === "AssignmentExpression")
      return ["refreshTokens", "length"].includes(nameOf(child(node, "left")) ?? "");
    const callee = node.type === "CallExpression" ? child(node, "callee") : null;
    return callee?.type === "MemberExpression" && TAKING.includes(nameOf(callee) ?? "");
  });
}

function explainLoss(evidence: Evidence, loss: Exchange): Explanation {
  const [taker] = takers(evidence);
  return {
    title: "refreshTokens loses the token before anybody logs out",
    why: `After the login refreshTokens held "refresh123"; after ${requestLine(loss.request)} with ${shown(loss.request.body ?? "no body")} it is gone, so the token is refused when it is needed.`,
    fix: taker
      ? "Only logout removes: let this line look at refreshTokens without changing it, or leave it out."
      : "Only logout removes: look for what changes refreshTokens with any other request.",
    place: taker ? placeOfFound(taker) : (lookupPlace(evidence) ?? answeredAt(loss)),
  };
}

function lookupPlace(evidence: Evidence): Place | null {
  const lookup = lookupIn(evidence);
  return lookup ? placeOfFound(lookup) : null;
}

/** The code makes another text of the token before it looks for it. */
function changedOnTheWay({ source }: Evidence): Explanation | null {
  const change = changeOn(source, askedFor(source, functionsOf(source, "POST", "/token")), "refresh123");
  if (!change) return null;
  return {
    title: "Another text is looked for than the token that came",
    why: `"refresh123" is in refreshTokens, and the client sends it. On its way to the lookup it passes this line, where ${change.method} makes "${change.result}" of it: that is not in refreshTokens.`,
    fix: "Look for the token as it came, letter by letter.",
    place: placeOfFound(change),
  };
}

/** POST /token may ask a copy of the store that was made before anybody logged in. */
function askedOfCopy({ source }: Evidence): Explanation | null {
  const copy = copyMadeOnce(source);
  if (!copy) return null;
  return {
    title: "A copy of refreshTokens does not grow with it",
    why: '"refresh123" is in refreshTokens, the client sends it, and the answer is still a refusal. This line copies the array once, when the program starts and nobody has logged in: what login adds later is not in the copy.',
    fix: "Ask refreshTokens itself at each request.",
    place: placeOfFound(copy),
  };
}

export const tokenAlwaysForbidden: Mistake = {
  id: "token-always-forbidden",
  find(evidence) {
    const { known } = renewalsOf(evidence);
    if (
      !isAboutToken(evidence) ||
      evidence.failure.check.id !== "token-renews" ||
      known?.response?.status === 404
    )
      return null;
    if (!refused(known) && !/forbidden/i.test(known?.response?.body ?? "")) return null;
    // An error that the program catches has a rule of its own.
    if (isAnsweredFromCatch(evidence.source, known)) return null;
    const loss = lossBefore(evidence, "token-known");
    if (loss) return explainLoss(evidence, loss);
    const code = functionsOf(evidence.source, "POST", "/token");
    const told =
      otherStore(evidence) ??
      slipOf(evidence) ??
      changedOnTheWay(evidence) ??
      askedOfCopy(evidence) ??
      explainNoReturn(evidence.source, code) ??
      explainTakenApart(evidence.source, code);
    if (told) return told;
    const asked = comparisonInLookup(evidence.source);
    if (asked) {
      return {
        title: "POST /token refuses every token",
        why: `"refresh123" is in refreshTokens, the client sends it, and the answer is still a refusal. Whether a token is the one that came is asked of ${asked.name}, and what it returns is decided here.`,
        fix: `Print what ${asked.name} gets and what it returns, with console.log: of two texts that are the same it has to say yes.`,
        place: placeOfFound(asked.line),
      };
    }
    const at = faultsOf(known)[0]?.place ?? answeredAt(known);
    const { place, aboutStore } = refusalOf(evidence, at);
    if (!aboutStore) {
      return {
        title: "POST /token refuses a token that refreshTokens holds",
        why: '"refresh123" is in refreshTokens and the client sends it, and the refusal comes from here: from a condition that asks for something else than whether refreshTokens holds the token. Nothing else is sent in this course, and the token is a plain word: no JWT, no hash.',
        fix: "Print what the condition looks at, with console.log; for this step, let refreshTokens alone decide.",
        place,
      };
    }
    return {
      title: "POST /token refuses every token",
      why: '"refresh123" is in refreshTokens, the client sends it, and the answer is still a refusal. So what this line gives is not whether refreshTokens holds the token that came.',
      fix: "Print what you compare with what, with console.log, just before the condition: the token that came, and refreshTokens.",
      place,
    };
  },
};
