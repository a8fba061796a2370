/** Each hash of the same token is different, so the token is never found again. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { callsFunction } from "../../../src/check/source/calls.ts";
import { functionAt } from "../../../src/check/source/handlers.ts";
import { within } from "../../../src/check/source/making.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { calledName, child, isPartOf, list, nameOf } from "../../../src/check/source/syntax.ts";
import { codeOf, hashFunctions } from "../../../src/course/token-code.ts";
import { wasTurnedAway } from "../../../src/course/turned-away.ts";
import { burgledIn, openedIn } from "../burgled.ts";

const CHANCE =
  /^(randomBytes|randomUUID|randomInt|getRandomValues|random|genSalt(Sync)?|now|bigint|hrtime|nanoid|uuid\w*)$/;

/**
 * What makes each hash different in a function that hashes: a salt, a key, the time. bcrypt makes a salt of its own.
 */
export function chanceInHash(source: Source): Found[] {
  const hashing = hashFunctions(source).filter(({ node }) => {
    const login = codeOf(source, "/login").map((one) => one.node);
    const token = codeOf(source, "/token").map((one) => one.node);
    // A handler that makes a token and hashes it as well is not a function that only hashes.
    return !login.includes(node) || token.includes(node);
  });
  const chance = within(hashing, (node) => {
    if (node.type === "NewExpression") return calledName(node) === "Date";
    return CHANCE.test(calledName(node) ?? "");
  });
  const salted = within([...codeOf(source, "/login"), ...codeOf(source, "/token")], (node) => {
    const callee = child(node, "callee");
    const isBcrypt = /bcrypt|argon/i.test(nameOf(callee ? child(callee, "object") : null) ?? "");
    return isBcrypt && /^hash(Sync)?$/.test(calledName(node) ?? "");
  });
  return [...chance, ...salted];
}

/** Where POST /token hashes without the salt that was kept, so that the default of a parameter makes a new one. */
function calledWithoutSalt(source: Source, chance: Found | undefined): Found | null {
  const around = chance ? functionAt(source, placeOfFound(chance)) : null;
  const params = around ? list(around.node, "params") : [];
  const at = params.findIndex(
    (one) => one.type === "AssignmentPattern" && chance && isPartOf(chance.node, one),
  );
  const [call] =
    around && at >= 0
      ? within(
          codeOf(source, "/token"),
          (node) => callsFunction(source, node, around.node) && list(node, "arguments").length <= at,
        )
      : [];
  return call ?? null;
}

export const hashNotRepeatable: Mistake = {
  id: "hash-not-repeatable",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "token-renews", "token-renews-others")) return null;
    if (!wasTurnedAway(evidence, "renew") || burgledIn(transcript) || openedIn(transcript)) return null;
    const chance = chanceInHash(source);
    if (chance.length === 0) return null;
    return {
      title: "The hash of one token is another each time",
      why: "ada logged in, and the store kept a hash of her refresh token. When she sent the token to renew, it was hashed again, with something in it that is new each time: the two hashes differ, so her token is not found.",
      fix: "Let the hash depend on the token alone (and on a key that stays): SHA-256 without a salt. A salt helps short passwords that people choose; a token is random and long already.",
      place: firstPlace(calledWithoutSalt(source, chance[0]), ...chance),
    };
  },
};
