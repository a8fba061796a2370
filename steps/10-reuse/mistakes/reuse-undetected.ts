/** An old token is refused, but its login goes on. */

import type { Evidence, Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { calledName, child, findAll, list, nameOf, receiverOf } from "../../../src/check/source/syntax.ts";
import { functionsCalled } from "../../../src/check/source/calls.ts";
import type { Found } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import type { Node } from "../../../src/check/source/syntax.ts";
import type { Source } from "../../../src/check/source/source.ts";
import type { Place } from "../../../src/check/transcript.ts";
import {
  doneBeforeNothing,
  doneInBranch,
  leftWithNothing,
  refusedAt,
} from "../../../src/course/before-refusal.ts";
import { neverFilled } from "../../../src/course/never-filled.ts";
import { askedWithoutHash } from "../../../src/course/hash-slips.ts";
import { codeOf, removalsOf } from "../../../src/course/token-code.ts";
import { unheardListener } from "../../../src/course/unheard-events.ts";
import { wasTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

/**
 * The call in a renewal that leaves out what ties tokens of one login together, so that a function gives the new token an id
 * of its own: open(user) of open(user, family = randomUUID()).
 */
function callWithoutFamily(source: Source): Found | null {
  const isNewId = (node: Node | null) =>
    node?.type === "AssignmentPattern" &&
    findAll(
      node,
      (one) =>
        /^(random|uuid|v4|nanoid|next)/i.test(calledName(one) ?? "") || one.type === "UpdateExpression",
    ).length > 0;
  const code = codeOf(source, "/token");
  const [call] = within(code, (node) =>
    functionsCalled(source, node).some((one) => {
      const at = list(one.node, "params").findIndex(isNewId);
      return at >= 0 && list(node, "arguments").length <= at;
    }),
  );
  return call ?? null;
}

/** A listener for an event that the program never tells of; null where there is none. */
function unheardIn(source: Source) {
  const listeners = findInSource(source, (node) => calledName(node) === "on");
  return listeners.flatMap((listener) => unheardListener(source, listener) ?? [])[0] ?? null;
}

/** What was done about the old token in the branch that refused it, to no effect; else where it was refused. */
function placeOfRefusal({ transcript, source }: Evidence): Place | null {
  const refusal = refusedAt(exchangeOf(transcript, "replayed-first"));
  const empty = neverFilled(source);
  // Where the old token leaves the store, it should go into what is asked for old ones.
  const leaving = removalsOf(source, "/token").find(({ node }) => nameOf(receiverOf(node)) !== empty);
  // It leaves the store where the new one is written over it.
  const [overwritten] = within(codeOf(source, "/token"), (node) => {
    const left = node.type === "AssignmentExpression" ? child(node, "left") : null;
    return left?.type === "MemberExpression" && /hash|digest|token|current/i.test(nameOf(left) ?? "");
  });
  if (empty !== null && (overwritten ?? leaving)) return firstPlace(overwritten, leaving);
  const newFamily = callWithoutFamily(source);
  if (newFamily) return placeOfFound(newFamily);
  return (
    firstPlace(
      doneInBranch(source, refusal),
      doneBeforeNothing(source, refusal),
      leftWithNothing(source, refusal),
    ) ?? refusal
  );
}

export const reuseUndetected: Mistake = {
  id: "reuse-undetected",
  find(evidence) {
    if (!isAbout(evidence, "reuse-ends-session", "reuse-refused")) return null;
    const [first, second] = ["ada-after-replay", "alan-after-replay"].map((label) =>
      wentWell(evidence, label),
    );
    if (!first && !second) return null;
    // First of all, the old token itself has to be refused.
    if (!wasTurnedAway(evidence, "replayed-first") && !wasTurnedAway(evidence, "replayed-second"))
      return null;
    const unheard = unheardIn(evidence.source);
    if (unheard) {
      return {
        title: "Nobody tells of the event that this line waits for",
        why: `mallory sent ada's first token, which only a thief still has, and ada's newest token went on working. What stands here waits for the event "${unheard.event}", and no emit of this program has that name.`,
        fix: "Let both have the same name: the one who tells, and the one who listens.",
        place: placeOfFound(unheard),
      };
    }
    const plain = askedWithoutHash(evidence.source, "/token");
    if (plain) {
      return {
        title: "Old tokens are looked for without their hash",
        why: "mallory sent ada's first token, which only a thief still has, and ada's newest token went on working. This line compares the token as it came with what the program has kept of old ones, and those are hashes: they are never the same.",
        fix: "Hash the token that came before you ask, as you do where you look up a good one.",
        place: placeOfFound(plain),
      };
    }
    return {
      title: "An old token comes back, and nothing happens",
      why: "ada logged in and renewed twice. Then mallory sent ada's first token, which only a thief still has, and was refused. But ada's newest token went on working: had mallory been faster, the one who is refused would be ada, and mallory would renew forever.",
      fix: "Remember which login each old token belonged to. When one comes back, two have it: end that login, with its newest token, so that both have to log in again.",
      place: placeOfRefusal(evidence),
    };
  },
};
