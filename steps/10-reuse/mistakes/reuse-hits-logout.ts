/** A second logout with one token is taken for theft, and ends other logins. */

import type { Mistake } from "../../../src/check/diagnosis/mistake.ts";
import { isAbout } from "../../../src/check/diagnosis/read-evidence.ts";
import { exchangeOf } from "../../../src/check/judge/read-transcript.ts";
import { isRegistration, nodesAt } from "../../../src/check/source/at-place.ts";
import { findInSource, firstPlace, placeOfFound } from "../../../src/check/source/found.ts";
import { within } from "../../../src/check/source/making.ts";
import { functionsMeant } from "../../../src/check/source/calls.ts";
import { functionAt, registeredFor } from "../../../src/check/source/handlers.ts";
import type { Found } from "../../../src/check/source/found.ts";
import type { Source } from "../../../src/check/source/source.ts";
import { child, findAll, list, nameOf, stringOf } from "../../../src/check/source/syntax.ts";
import { endingOfPerson } from "../../../src/course/before-refusal.ts";
import { callOfShared } from "../../../src/course/deciding-line.ts";
import { answerPlace } from "../../../src/course/renewal-code.ts";
import { codeOf, removalsOf } from "../../../src/course/token-code.ts";
import { isTurnedAway, wentWell } from "../../../src/course/turned-away.ts";

/** Where logout is given a middleware that POST /token has as well, and in which a line stands; null: there is none. */
function guardOfBoth(source: Source, line: Found | null): Found | null {
  const own = line && functionAt(source, placeOfFound(line));
  const isGiven = (path: string) =>
    registeredFor(source, "POST", path).some(({ node }) => node === own?.node);
  if (!own || !isGiven("/token") || !isGiven("/logout")) return null;
  const [given] = findInSource(source, (node, ancestors) => {
    const around = ancestors.at(-1);
    const [path] = around && isRegistration(around) ? list(around, "arguments") : [];
    const isNamed = functionsMeant(source, node).some((one) => one.node === own.node);
    return isNamed && path !== undefined && (stringOf(path) ?? "").endsWith("/logout");
  });
  return given ?? null;
}

/** Whether a line stands in a branch that is for logouts, as in if (how === "logout"). */
function isUnderLogout(source: Source, line: Found): boolean {
  return nodesAt(source, placeOfFound(line)).some((one) => {
    const test = one.type === "IfStatement" ? child(one, "test") : null;
    return test !== null && findAll(test, (node) => /logout/i.test(stringOf(node) ?? "")).length > 0;
  });
}

export const reuseHitsLogout: Mistake = {
  id: "reuse-hits-logout",
  find(evidence) {
    const { transcript, source } = evidence;
    if (!isAbout(evidence, "logout-twice-harmless")) return null;
    const [own, grace] = ["own-other-after-logouts", "grace-after-logouts"].map((label) =>
      isTurnedAway(evidence, exchangeOf(transcript, label)),
    );
    if (!grace && !(own && wentWell(evidence, "own-other-between-logouts"))) return null;
    const [byName] = within(codeOf(source, "/logout"), (node) => {
      const isQuestion =
        node.type === "IfStatement" || node.type === "CallExpression" || node.type === "AssignmentExpression";
      return (
        isQuestion &&
        findAll(node, () => true).some((one) =>
          /^(username|user|name|owner|revokeAll\w*)$/.test(nameOf(one) ?? ""),
        )
      );
    });
    const ofPerson = endingOfPerson(source, "/logout", exchangeOf(transcript, "logout-twice"));
    // A middleware that watches over renewals, and stands before logout as well.
    const guard = guardOfBoth(source, ofPerson ?? byName ?? null);
    const line = ofPerson ?? byName ?? null;
    const isForLogout = line !== null && isUnderLogout(source, line);
    const shared =
      line && !isForLogout ? callOfShared(source, line, registeredFor(source, "POST", "/logout")) : null;
    return {
      title: "Logging out twice ends other logins",
      why: `ada logged in on two devices. She logged out on the one, and again with the same token, as a client does that got no answer. Then ${grace ? "grace, who had done nothing," : "her other device"} was refused: the second logout was taken for theft.`,
      fix: "Logout ends the login of the token that is sent, and nothing else. An old token there means only that this login is over already.",
      place:
        firstPlace(guard, shared, ofPerson, byName, ...removalsOf(source, "/logout")) ??
        answerPlace(evidence, "logout-twice"),
    };
  },
};
