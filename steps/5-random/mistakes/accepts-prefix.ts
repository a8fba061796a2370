/** The program compares only a part of the token that comes. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { answeredAt, isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { functionAt } from "../../../src/check/source/handlers.ts";
import { functionsOf, isCallOf, within } from "../../../src/check/source/making.ts";
import { calledName } from "../../../src/check/source/syntax.ts";
import { conditionsOf, firstGood, lookupsOf } from "../../../src/course/mistakes/pattern.ts";
import { isGood } from "../../../src/course/sessions.ts";

export const acceptsPrefix: Mistake = {
  id: "accepts-prefix",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "unknown-refused") || isGood(exchangeOf(transcript, "renew-unknown"))) return null;
    const accepted = firstGood(evidence, [
      "renew-prefix",
      "renew-late-changed",
      "renew-middle-changed",
      "renew-front-changed",
    ]);
    if (!accepted) return null;
    const functions = functionsOf(source, "POST", "/token");
    const partly = ["startsWith", "endsWith", "slice", "substring", "substr", "match", "test", "split"];
    const [part] = within(functions, (node) => isCallOf(node, ...partly));
    const [lookup] = lookupsOf(source, "POST", "/token");
    // Both halves are taken out of the token; what is missing is a question behind the lookup.
    const isHalved = part !== undefined && calledName(part.node) === "split";
    const around = lookup ? functionAt(source, placeOfFound(lookup)) : null;
    const after = conditionsOf(source, "POST", "/token").find(
      ({ node }) =>
        lookup &&
        around &&
        node.start > lookup.node.end &&
        node.end <= around.node.end &&
        node.start >= around.node.start,
    );
    const what =
      accepted.label === "renew-prefix" ? "without its last four characters" : "with one character changed";
    return {
      title: "POST /token compares only a part of the token",
      why: `Mallory sent alan's refresh token ${what}, and got an access token. What is compared is less than the whole text, so there is less to guess than the token's length promises.`,
      fix: "Compare the whole token: look for an entry that equals it.",
      place:
        firstPlace(isHalved ? (after ?? lookup) : part, lookup, conditionsOf(source, "POST", "/token")[0]) ??
        answeredAt(accepted),
    };
  },
};
