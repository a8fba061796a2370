/** The login keeps a hash, but the renewal looks up the token itself. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { callsFunction, functionsCalled } from "../../../src/check/source/calls.ts";
import { functionAt } from "../../../src/check/source/handlers.ts";
import { declarationBehind, within } from "../../../src/check/source/making.ts";
import { calledName, child, findAll, list, nameOf } from "../../../src/check/source/syntax.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import { refusedAt } from "../../../src/course/before-refusal.ts";
import { refusesGood } from "../../../src/course/refuses-good.ts";
import { codeOf, hashFunctions, hashingTest, hashTest, lookupsOf } from "../../../src/course/token-code.ts";
import { wasTurnedAway } from "../../../src/course/turned-away.ts";
import { burgledIn, openedIn } from "../burgled.ts";
import { chanceInHash } from "./hash-not-repeatable.ts";

/** The lookups of POST /token in which nothing is hashed. */
function plainLookups({ source }: Evidence): Found[] {
  const isHash = hashTest(source);
  return lookupsOf(source, "/token").filter(({ node }) => {
    if (node.type === "MemberExpression") {
      const key = child(node, "property");
      return key !== null && !isHash(key);
    }
    return !list(node, "arguments").some(isHash);
  });
}

/** Whether POST /token compares a hash: then what comes in is hashed, whatever it is looked up by. */
function comparesHash({ source }: Evidence): boolean {
  const isHashing = hashingTest(source);
  const compares = (node: Node) =>
    /^[!=]==?$/.test(String(Reflect.get(node, "operator"))) ||
    /^(timingSafeEqual|equals|compare)$/.test(calledName(node) ?? "");
  return within(codeOf(source, "/token"), compares).some(({ node }) => findAll(node, isHashing).length > 0);
}

/** The lookup that should hash: not a call of a function that itself looks up, and one that speaks of a token. */
function lookupToMend(evidence: Evidence, lookups: readonly Found[]): Found | null {
  const { source } = evidence;
  // A method `find` of the program calls the method of the array; it does not call itself.
  const isOwn = ({ node }: Found) =>
    functionsCalled(source, node).some((one) => findAll(one.node, (inner) => inner === node).length === 0);
  const inside = lookups.filter((one) => !isOwn(one) && hasToken(one));
  const byToken = inside[0] ?? lookups.find(hasToken);
  if (byToken) return whereKeyIsMade(evidence, byToken);
  const made = lookups.map((one) => whereKeyIsMade(evidence, one));
  return made.find((one, at) => one.node !== lookups[at]?.node) ?? lookups[0] ?? null;
}

/**
 * Where a lookup gets its key from, if that is what should be hashed: a variable of another name than a token's, or the
 * call that hands a token to a parameter named after a hash. Else the lookup itself.
 */
function whereKeyIsMade({ source }: Evidence, lookup: Found): Found {
  const { file, node } = lookup;
  const key = node.type === "MemberExpression" ? child(node, "property") : list(node, "arguments")[0];
  const name = key?.type === "Identifier" ? nameOf(key) : null;
  const around = name === null ? null : functionAt(source, placeOfFound(lookup));
  if (!key || name === null || !around) return lookup;
  const at = list(around.node, "params").findIndex((one) => nameOf(one) === name);
  if (at >= 0 && /hash|digest/i.test(name)) {
    const isHash = hashTest(source);
    const [call] = within(codeOf(source, "/token"), (one) => {
      const given = callsFunction(source, one, around.node) ? list(one, "arguments")[at] : undefined;
      return given !== undefined && !isHash(given);
    });
    return call ?? lookup;
  }
  return (/token/i.test(name) ? null : declarationBehind(source, { file, node: key })) ?? lookup;
}

function hasToken({ node }: Found): boolean {
  const given = node.type === "MemberExpression" ? [child(node, "property")] : list(node, "arguments");
  return given.some((one) => one && findAll(one, (inner) => /token/i.test(nameOf(inner) ?? "")).length > 0);
}

export const hashWithoutLookup: Mistake = {
  id: "hash-without-lookup",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "token-renews", "token-renews-others") || burgledIn(transcript)) return null;
    if (!wasTurnedAway(evidence, "renew") || hashFunctions(source).length === 0) return null;
    const wrongWay = refusesGood(source, "POST", "/token", refusedAt(exchangeOf(transcript, "renew")));
    if ((wrongWay || comparesHash(evidence)) && !openedIn(transcript)) return null;
    const lookups = plainLookups(evidence);
    // The store shows it as well: a text from it renews, where the token does not.
    if (!openedIn(transcript) && (lookups.length === 0 || chanceInHash(source).length > 0)) return null;
    const hashed = lookupsOf(source, "/token").length > lookups.length && !openedIn(transcript);
    if (hashed) return null;
    return {
      title: "The store holds hashes, and the lookup looks for the token itself",
      why: "ada logged in, and the store kept a hash of her refresh token. When she sent the token to renew, it was looked for as it came, and no hash is equal to the token that it was made of. So every token is refused.",
      fix: "Hash what comes in with the same function before you look for it, wherever a token is looked up: renewal and logout.",
      place:
        firstPlace(lookupToMend(evidence, lookups)) ??
        firstPlace(...lookupsOf(source, "/token")) ??
        answeredAt(exchangeOf(transcript, "renew")),
    };
  },
};
